"""People and wishes of the play. Names are plainly made up: no such person lives."""
import datetime

FAMILY = ("Nông", "Hoàng", "Triệu", "Lý", "Ma", "Bàn", "Nguyễn", "Đặng", "Phùng", "Dương")
MIDDLE = {"female": ("Thị", "Thị Mẫu", "Thu"), "male": ("Văn", "Văn Mẫu", "Đức")}
GIVEN = ("Thử", "Mẫu", "Ví Dụ", "Minh Họa", "Nháp", "Tập", "Huấn", "Giả Định")
VILLAGES = ("Thôn Nà Mẫu", "Thôn Khuổi Thử", "Thôn Pác Ví Dụ", "Thôn Bản Nháp")
PROVINCE = "006"  # of the personal number; the digits after the century are random

# Service of the queue -> fields of procedures that people bring to it, with how often.
WISHES = {
    "A": (("Chứng thực", 6), ("Hộ tịch", 5)),
    "B": (("Đất đai", 3), ("Đăng ký kinh doanh", 3), ("Xây dựng", 2), ("Nông nghiệp", 2), ("Môi trường", 1)),
    "C": (("Bảo trợ xã hội", 5), ("Người có công", 2), ("Giáo dục và đào tạo", 2), ("Giảm nghèo", 1)),
    "D": (("Cư trú", 5),),
}


def applicant(dice, today):
    """A citizen for intake: number, birth and sex agree, as on a card."""
    sex = dice.choice(("female", "male"))
    born = today - datetime.timedelta(days=dice.randint(19 * 365, 82 * 365))
    century = (born.year // 100 - 19) * 2 + (1 if sex == "female" else 0)
    number = f"{PROVINCE}{century}{born.year % 100:02d}{dice.randint(0, 999999):06d}"
    name = f"{dice.choice(FAMILY)} {dice.choice(MIDDLE[sex])} {dice.choice(GIVEN)}"
    return {"kind": "citizen", "full_name": name, "personal_id": number, "birth_date": str(born),
            "sex": sex, "phone": f"09{dice.randint(10000000, 99999999)}", "identity_document": "card",
            "address": f"{dice.choice(VILLAGES)}, xã Nghiên Loan, tỉnh Thái Nguyên"}


def pick(dice, weighted):
    names, weights = zip(*weighted)
    return dice.choices(names, weights)[0]
