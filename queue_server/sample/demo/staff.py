"""Who works in the play: the accounts of the sample centre, and a few more for its outposts."""
from client import Client

# counter -> who sits there; the last three are hired by the administrator
AT_COUNTERS = {"1": "tiepnhan1", "2": "tiepnhan2", "3": "tiepnhan3", "4": "tiepnhan4", "5": "tiepnhan5", "6": "tiepnhan6"}
SITE_OF = {"1": "trung-tam", "2": "trung-tam", "3": "trung-tam", "4": "trung-tam", "5": "an-thang", "6": "xuan-la"}
HIRED = (
    ("tiepnhan4", "Đinh Thị Nháp", "TIEP_NHAN", "TT_PVHCC"), ("tiepnhan5", "Hà Văn Thử", "TIEP_NHAN", "TT_PVHCC"),
    ("tiepnhan6", "Lục Thị Ví Dụ", "TIEP_NHAN", "TT_PVHCC"), ("thuly4", "Mạc Văn Mẫu", "THU_LY", "CA_XA"),
    ("ldphong4", "Quan Thị Huấn", "LD_PHONG", "CA_XA"),
)
GUEST = ("khach", "Khách Xem Mẫu", "TIEP_NHAN", "TT_PVHCC")  # who looks on may work at a counter of his own
GUEST_COUNTER = {"counter": "7", "site": "trung-tam", "name": "Quầy 7 (dành cho người xem)",
                 "services": {"primary": ["A"], "help": [{"service": s, "after_s": 60} for s in "BCDE"]}}
SCREENS = ("kiosk", "board")
HANDLES = {"VP_HDND_UBND": "1", "P_KT": "2", "P_VHXH": "3", "CA_XA": "4"}  # unit -> end of thuly, ldphong


class Staff:
    """Everybody signed in. `passwords` maps account to password and grows by those who are hired."""

    def __init__(self, host, passwords):
        self._host, self.passwords, self._clients = host, passwords, {}

    def hire(self):
        """Make the accounts that the sample centre lacks; once for a centre."""
        for account, name, role, unit in HIRED:
            made = self["quantri"].post("/accounts", {"account": account, "name": name, "roles": [role], "unit": unit})
            self.passwords[account] = made["password"]

    def welcome(self):
        """A counter and an account for who looks on, once; a pairing code for each screen, now. Kind -> code."""
        admin = self["quantri"]
        if GUEST[0] not in self.passwords:
            account, name, role, unit = GUEST
            made = admin.post("/accounts", {"account": account, "name": name, "roles": [role], "unit": unit})
            self.passwords[account] = made["password"]
            admin.post("/counters", GUEST_COUNTER)
        known = {device["device"] for device in admin.get("/devices?limit=500")["items"]}
        codes = {}
        for kind in SCREENS:
            if kind in known:
                made = admin.post(f"/devices/{kind}/pairing")
            else:
                made = admin.post("/devices", {"device": kind, "kind": kind, "site": "trung-tam",
                                               **({"may_set_class": True} if kind == "kiosk" else {})})
            codes[kind] = made["pairing"]["code"]
        return codes

    def __getitem__(self, account):
        if account not in self._clients:
            self._clients[account] = Client(self._host, account, self.passwords[account])
        return self._clients[account]

    def anyone(self):
        """A phone in the street: nobody is signed in there."""
        return Client(self._host)

    def head(self, unit):
        return self["ldphong" + HANDLES[unit]]
