"""The full screen of counter_client, driven through a real terminal (tmux) on a real server.

Keys go in by send-keys, the screen comes out by capture-pane; every wait is for a text on the
screen, with a deadline. Run: python3 tests/flow/test_terminal.py
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import server as servers  # noqa: E402  (needs the path above)

DEADLINE_S = 30
LOOK_AGAIN_S = 0.05
CARD = "006190012345||NÔNG THỊ MẪU|15081990|Nữ|Thôn Nà Vài|20082021"


class Screen:
    """A terminal with the program in it."""

    def __init__(self, url, *options, size=(80, 24), language="vi"):
        self.folder = tempfile.TemporaryDirectory(prefix="motcua-screen-")
        self.socket = os.path.join(self.folder.name, "tmux")
        self.exit = os.path.join(self.folder.name, "exit")
        program = servers.program("counter_client")
        words = " ".join(map(str, options))
        command = (f"env -u MOTCUA_TOKEN LC_ALL=C.UTF-8 MOTCUA_SESSION={self.folder.name}/session "
                   f"{program} --lang {language} --server {url} {words} "
                   f"2>{self.folder.name}/messages; echo $? >{self.exit}")
        self.tmux("-f", "/dev/null", "new-session", "-d", "-s", "screen", "-x", str(size[0]),
                  "-y", str(size[1]), command)

    def tmux(self, *words):
        done = subprocess.run(["tmux", "-u", "-S", self.socket, *words], capture_output=True,
                              text=True, timeout=30, check=False)
        return done.stdout

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.tmux("kill-server")
        self.folder.cleanup()

    def look(self):
        """The screen as text."""
        return self.tmux("capture-pane", "-p", "-t", "screen")

    def messages(self):
        """What the program wrote to standard error."""
        return pathlib.Path(self.folder.name, "messages").read_text("utf-8")

    def press(self, *keys):
        self.tmux("send-keys", "-t", "screen", *keys)

    def type(self, text):
        self.tmux("send-keys", "-t", "screen", "-l", text)

    def wait(self, pattern, absent=False):
        """Until the screen holds the pattern (or does no more); the match."""
        end = time.monotonic() + DEADLINE_S
        while True:
            found = re.search(pattern, self.look(), re.MULTILINE)
            if bool(found) != absent:
                return found
            if time.monotonic() > end:
                said = "still" if absent else "not"
                raise AssertionError(f"{said} on the screen: {pattern}\n{self.look()}"
                                     f"{self.messages()}")
            time.sleep(LOOK_AGAIN_S)

    def sign_in(self, account, password):
        self.wait(r"Tài khoản|Account")
        self.type(account)
        self.press("Enter")
        self.type(password)
        self.press("Enter")

    def exit_status(self):
        """Of the program, once it has ended."""
        end = time.monotonic() + DEADLINE_S
        while not os.path.exists(self.exit) or not os.path.getsize(self.exit):
            if time.monotonic() > end:
                raise AssertionError("the program did not end")
            time.sleep(LOOK_AGAIN_S)
        return int(pathlib.Path(self.exit).read_text("utf-8"))


class FullScreen(unittest.TestCase):
    def setUp(self):
        self.server = servers.Server()
        self.server.__enter__()
        self.addCleanup(self.server.__exit__, None, None, None)
        self.server.clock("2026-03-10T07:30:00+07:00")
        self.desk = self.server.client("PHAT_SO")

    def ticket(self, service, ticket_class="P0"):
        """Take a ticket at the ticket desk; its number."""
        return self.desk.call("createTicket", body={"site": "trung-tam", "service": service,
                                                    "class": ticket_class}).json["number"]

    def open_screen(self, *options, role="TIEP_NHAN", **more):
        screen = Screen(self.server.base_url, *options, **more)
        screen.__enter__()
        self.addCleanup(screen.__exit__, None, None, None)
        account = servers.ACCOUNTS[role][0]
        screen.sign_in(account, self.server.passwords[account])
        return screen

    def test_a_morning_at_the_counter(self):
        first, second, third = (self.ticket("A") for _ in range(3))
        screen = self.open_screen()
        screen.wait("Chọn quầy để ngồi")
        screen.wait("Quầy 1 .*đóng")
        screen.press("Enter")
        screen.wait("3 người đang chờ quầy này")

        screen.press("F2")
        screen.wait(f"Mời {first}: đến lượt")
        screen.wait("ĐÃ MỜI, CHƯA BẮT ĐẦU")
        screen.press("F3")
        screen.wait("lần thứ 2")
        screen.press("F4")
        screen.wait(f"{first}: vắng")
        screen.press("t")
        screen.wait(f"Mời {second}")
        screen.press("b")
        screen.wait("ĐANG PHỤC VỤ")
        screen.wait("F2 Xong, gọi tiếp")
        screen.press("F2")
        screen.wait(f"Xong {second}")
        screen.wait(f"Mời {third}")

        screen.press("F6")
        screen.wait(f"Chuyển {third}")
        screen.wait("B  Đất đai")
        screen.press("F8")
        screen.wait(f"{third}: đang chờ")
        screen.wait(r"B Đất đai\S*.* 1 ")

        fourth = self.ticket("A", "P4")
        screen.wait("1 người đang chờ quầy này")
        screen.press("F2")
        screen.wait(f"Mời {fourth}")
        screen.wait("người cao tuổi")
        screen.press("F7")
        screen.wait(f"{fourth}: tạm gác")
        screen.press("p")
        screen.wait(f"{fourth} .*tạm gác")
        screen.wait(f"{first} .*vắng")
        screen.press("Enter")
        screen.wait(f"{fourth}: đang chờ")
        screen.press("F2")
        screen.wait("lần thứ 2")  # the line of the first call still stands on the screen
        screen.press("b")
        screen.wait("x Xong")
        screen.press("X")  # Caps Lock changes nothing
        screen.wait(f"{fourth}: xong")

        screen.press("F10")
        self.assertEqual(screen.exit_status(), 0)

    def test_a_silent_server_is_said_and_survived(self):
        number = self.ticket("A")
        screen = self.open_screen("--counter", "1")
        screen.wait("1 người đang chờ quầy này")
        address = self.server.base_url.removeprefix("http://")
        self.server.kill()
        since = screen.wait(r"MẤT KẾT NỐI từ (\d\d:\d\d:\d\d)")[1]
        screen.press("F2")
        screen.wait(f"Chưa gửi được: mất kết nối từ {since}")
        self.server.start(address)
        screen.wait(f"Đã nối lại máy chủ .mất từ {since}")
        screen.wait("MẤT KẾT NỐI", absent=True)
        screen.press("F2")
        screen.wait(f"Mời {number}")
        self.desk = self.server.client("PHAT_SO")
        self.ticket("B")
        screen.wait(r"B Đất đai\S*.* 1 ")

    def test_a_dossier_from_the_card_to_the_receipt(self):
        self.ticket("A")
        screen = self.open_screen("--counter", "1")
        screen.wait("1 người đang chờ quầy này")
        screen.press("F2")
        screen.wait("ĐÃ MỜI")
        screen.press("b")
        screen.wait("ĐANG PHỤC VỤ")
        screen.press("n")
        screen.wait("HỒ SƠ MỚI")
        screen.type(CARD)
        screen.press("Enter")
        screen.wait("Họ và tên +NÔNG THỊ MẪU")
        screen.wait("Ngày sinh.* 15/08/1990")
        screen.type("khai sinh luu dong")
        screen.wait(r"1\.003583 +Đăng ký khai sinh lưu động \(5 ngày làm việc\)")
        screen.press("Enter")
        screen.wait(r"\[x\] chính 1 sao 0 +\* Tờ khai")
        screen.press("Space")
        screen.wait(r"\[ \] chính 1 sao 0 +\* Tờ khai")
        screen.press("F8")
        screen.wait("Chưa tiếp nhận được")
        screen.press("Escape")
        screen.wait("HỒ SƠ MỚI")
        screen.press("Space")
        screen.wait(r"\[x\] chính 1 sao 0 +\* Tờ khai")
        screen.press("F8")
        # received on Tuesday the 10th: five working days end on Tuesday the 17th
        screen.wait("Hẹn trả: 17:00 17/03/2026")
        screen.wait("Đủ điều kiện tiếp nhận")
        screen.press("F8")
        code = screen.wait(r"Mã hồ sơ +(\S+-260310-0001)")[1]
        screen.wait(r"Lệnh in +p\d+")
        screen.press("F8")
        screen.wait(r"17/03 17:00 +NÔNG THỊ MẪU +260310-0001")

        screen.press("h")
        screen.wait("Hồ sơ, theo hạn trả")
        screen.press("Enter")
        screen.wait(f"Hồ sơ {code}")
        screen.press("F8")
        screen.wait("Làm gì với hồ sơ này")
        screen.wait("Bàn giao")
        screen.wait("Công dân đề nghị rút")
        screen.press("Down", "Enter")
        screen.wait("Lý do")
        screen.type("Công dân đề nghị rút hồ sơ")
        screen.press("F8")
        screen.wait("Trạng thái +yêu cầu rút")

    def test_a_refused_field_is_named(self):
        screen = self.open_screen("--counter", "1")
        screen.wait("đang mở")
        screen.press("n")
        screen.wait("HỒ SƠ MỚI")
        screen.press("Down")
        screen.type("Nguyễn Văn Mẫu")
        screen.press("Down")
        screen.type("12345")
        for _ in range(8):
            screen.press("Down")
        screen.type("1.003583")
        screen.wait("Đăng ký khai sinh lưu động")
        screen.press("Enter")
        screen.wait(r"\[x\]")
        screen.press("F8")
        screen.wait("Chưa tiếp nhận được")
        screen.wait("^ Số định danh: Số định danh cá nhân không hợp lệ")
        screen.press("F8")
        screen.wait("HỒ SƠ MỚI")
        screen.press("C-u")  # the field with the fault has the focus
        screen.wait(r"^ Số định danh\s*$")

    def test_vietnamese_is_typed_and_shown_by_letters(self):
        screen = self.open_screen("--counter", "1")
        screen.wait("đang mở")
        screen.press("n")
        screen.wait("HỒ SƠ MỚI")
        screen.press("Down")
        screen.type("Đỗ Thị Hoa\u0300n")  # the grave is typed after its letter
        screen.wait("Họ và tên +Đỗ Thị Hoàn")
        screen.press("Left", "Left", "BSpace")
        screen.wait("Họ và tên +Đỗ Thị Hàn")

    def test_a_wrong_password_is_told_and_asked_again(self):
        with Screen(self.server.base_url) as screen:
            screen.sign_in(servers.ACCOUNTS["TIEP_NHAN"][0], "không phải mật khẩu")
            screen.wait("Sai tài khoản hoặc mật khẩu")
            screen.wait("Đăng nhập")

    def test_the_window_may_change_its_size(self):
        screen = self.open_screen("--counter", "1")
        screen.wait("đang mở")
        screen.tmux("resize-window", "-t", "screen", "-x", "60", "-y", "20")
        screen.wait("cần 80 x 24")
        screen.tmux("resize-window", "-t", "screen", "-x", "120", "-y", "40")
        screen.wait("A Hộ tịch, chứng thực")
        screen.wait("D Cư trú, nghĩa vụ quân sự ")

    def test_a_second_sign_in_takes_the_counter_and_the_first_is_told(self):
        screen = self.open_screen("--counter", "1")
        screen.wait("đang mở")
        self.server.run("account", "add", "--data", self.server.data, "tiepnhan2", "--name",
                        "Trần Thị Thử", "--roles", "TIEP_NHAN", "--unit", "TT_PVHCC",
                        "--password-stdin", text="mot-mat-khau-thu\n")
        other = self.server.client()
        other.sign_in("tiepnhan2", "mot-mat-khau-thu")
        other.call("setCounter", counter="1", body={"state": "open"})
        screen.wait("Chọn quầy để ngồi")
        screen.press("Escape")
        screen.wait("Trần Thị Thử đã nhận quầy này")


if __name__ == "__main__":
    unittest.main()
