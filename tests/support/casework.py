"""Dossiers for tests: intake with every paper, and the actions of the people who work on them.

    work = Casework(server)
    one = work.open("1.003583")                    # accepted by reception
    one = work.hand(one, "THU_LY")                 # handed over and confirmed
    one = work.issue(one)                          # signed by the leader, issued by the registry

Every answer is held to the contract by contract.py.
"""
import subprocess
import time

APPLICANT = {"kind": "citizen", "full_name": "Nông Thị Mẫu", "personal_id": "006190012345",
             "birth_date": "1990-08-15", "sex": "female", "phone": "0912 345 678",
             "address": "Thôn Nà Vài, xã Nghiên Loan, tỉnh Thái Nguyên", "identity_document": "card"}
PEOPLE = ("TIEP_NHAN", "THU_LY", "LD_PHONG", "LANH_DAO", "VAN_THU", "GD_TT", "QUAN_TRI")


class Casework:
    """One client for each role, and more for those that `hire` adds. Not for several threads."""

    def __init__(self, server):
        self.server = server
        self.numbers = 0
        self.people = {role: server.client(role) for role in PEOPLE}
        self.names = {}  # account of those who were hired

    def hire(self, name, role, unit):
        """Make an account and sign it in; later calls name it by its account."""
        made = self.people["QUAN_TRI"].call("createAccount", body={
            "account": name, "name": f"Tài khoản thử {name}", "roles": [role], "unit": unit}).json
        self.people[name] = self.server.client()
        self.people[name].sign_in(name, made["password"])
        self.names[name] = name

    def clock(self, now):
        """Set the training clock; it stands still there."""
        self.people["QUAN_TRI"].call("setTrainingClock", body={"now": now, "rate": 0})

    def papers(self, procedure):
        """The papers that a procedure asks for, all scanned."""
        known = self.people["TIEP_NHAN"].call("getProcedure", procedure=procedure).json
        return [{"row": row["row"], "name": row["name"], "form": row["form"], "originals": 1,
                 "copies": 0, "scan": {"file": f"trang-{row['row']}.pdf"}}
                for row in known["documents"] if row["required"]]

    def intake(self, procedure, **changes):
        """A body of createDossier."""
        return {"procedure": procedure, "applicant": APPLICANT, "channel": "counter",
                "documents": self.papers(procedure), "result_delivery": "counter",
                "intake": "accept", **changes}

    def open(self, procedure, **changes):
        return self.people["TIEP_NHAN"].call("createDossier", expect=201,
                                             body=self.intake(procedure, **changes)).json

    def act(self, who, operation, dossier, body=None, **more):
        """Carry out an action on the version that the dossier has; the answer's JSON."""
        more.setdefault("If_Match", f'"{dossier["version"]}"')
        return self.people[who].call(operation, dossier=dossier["id"], body=body, **more).json

    def hand(self, dossier, who="THU_LY"):
        """Hand over to an officer, who confirms."""
        account = self.names.get(who, "thuly")
        dossier = self.act("TIEP_NHAN", "handOverDossier", dossier, {"account": account})
        return self.act(who, "confirmHandover", dossier)

    def printed(self, job):
        """The text of a page, by the id of its print job; it is made while one waits."""
        for _ in range(100):
            answer = self.people["TIEP_NHAN"].call("getPrintDocument", print_job=job,
                                                   expect=lambda got: got.status in (200, 409))
            if answer.status == 200:
                break
            time.sleep(0.1)
        done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=answer.body, check=True,
                              capture_output=True)
        return " ".join(done.stdout.decode("utf-8").split())

    def issue(self, dossier, by="VAN_THU"):
        """Sign and issue the result, each with a number of its own."""
        self.numbers += 1
        signed = self.act("LANH_DAO", "signDossier", dossier,
                          {"outcome": "approved", "title": "Kết quả"})
        return self.act(by, "issueResult", signed, {"number": f"{self.numbers}/2026"})
