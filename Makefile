# What can be made here; `make` alone lists it. Every target brings what it needs, so a fresh clone may start with any.
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
PORT ?= 8080
sitegen := target/debug/sitegen

.PHONY: help serve build test journeys check notices report faults soak sheets lock schema setup clean native

help: ## Danh sách lệnh · this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: build ## Mở trang web trên máy này (PORT=8080) · build what changed and serve it on this machine
	@$(sitegen) serve --port $(PORT)

build: ## Tạo trang web vào dist/ · make dist/
	@.tooling/setup.sh web
	@.tooling/build.sh

test: build ## Chạy mọi kiểm thử · run every test of every kind, the journeys in two browsers included
	@.tooling/setup.sh spelling browsers
	@.tooling/tests.sh

journeys: build ## Chỉ chạy thử trên trình duyệt · only the journeys in real browsers
	@.tooling/setup.sh browsers
	@.tooling/tests.sh journeys

check: ## Soát nội dung, mã nguồn, giấy phép · content, format, lints, licences
	@.tooling/setup.sh web lint
	@.tooling/check.sh

notices: native ## Báo tin gấp: chỉ viết lại dist/notices.json · only the urgent notices, in seconds
	@$(sitegen) notices

report: build ## Dung lượng mỗi trang so với mức cho phép · sizes against the budgets
	@$(sitegen) report

faults: ## Cố ý làm sai từng chỗ, xem kiểm thử có thấy không · break one promise at a time and see that a test notices
	@.tooling/setup.sh native
	@.tooling/faults.sh

soak: native ## Thử 10 triệu mã danh sách, dừng lúc nào cũng được · ten million numbers, random and damaged; goes on where it was stopped
	@$(sitegen) soak

sheets: native ## Phiếu để xã duyệt, phiếu hỏi, quyển cho trưởng bản, vào sheets/ · sheets to sign, to fill in, and the booklet, HTML and PDF
	@.tooling/setup.sh paper || true
	@$(sitegen) review-sheet
	@$(sitegen) ask-sheet
	@$(sitegen) booklet

lock: native ## Ghi số giấy mới vào sổ khóa · write new requirement numbers into the lock file
	@$(sitegen) check --lock

schema: native ## Viết lại lược đồ cho trình soạn thảo · write the editors' schemas anew
	@$(sitegen) schema

setup: ## Cài mọi thứ cần dùng · install everything the other targets need
	@.tooling/setup.sh web lint browsers

clean: ## Xóa mọi thứ đã tạo · remove everything that was made
	rm -rf target target-web dist sheets

native:
	@.tooling/setup.sh native
	@cargo build --quiet --locked -p sitegen
