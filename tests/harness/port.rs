//! Ports that stay ours: free when they are taken, and for nobody else until they are let go.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use tokio::net::TcpSocket;

/// A port of this machine for one program that is started, stopped and started again.
#[derive(Debug)]
pub(crate) struct Port {
    number: u16,
    // Bound, never listening: a server may share the port with them, and nobody is given it by chance.
    _places: Vec<TcpSocket>,
}

impl Port {
    /// Takes a port that is free under both versions of the protocol: chromedriver gives up when it finds one that is
    /// free under the newer only.
    pub(crate) fn take() -> Self {
        // Those that do not fit are kept until one does, or they would be offered again.
        let mut unfit = Vec::new();
        loop {
            let socket = place(Ipv4Addr::LOCALHOST.into(), 0).expect("a port is free");
            let number = socket.local_addr().expect("the port is known").port();
            match place(Ipv6Addr::LOCALHOST.into(), number) {
                Ok(other) => return Self { number, _places: vec![socket, other] },
                Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => unfit.push(socket),
                // A machine without the newer version.
                Err(_) => return Self { number, _places: vec![socket] },
            }
        }
    }

    /// Where a server on it listens.
    pub(crate) fn address(&self) -> SocketAddr {
        (Ipv4Addr::LOCALHOST, self.number).into()
    }
}

fn place(address: IpAddr, port: u16) -> std::io::Result<TcpSocket> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    socket.set_reuseaddr(true)?;
    socket.bind((address, port).into())?;
    Ok(socket)
}
