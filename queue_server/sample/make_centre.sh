#!/bin/sh
# Make the sample centre: xã Nghiên Loan, as a training centre, with one account for each role.
# The passwords are random and printed this once.
#
# usage: make_centre.sh QUEUE_SERVER DATA_DIR [SAMPLE_DIR [CLOCK]]
#
# PUBLIC_URL in the environment is the address that QR codes on paper and screens lead to; it should be one
# that phones can reach. Without it, that of the sample data.
#
# CLOCK, e.g. 2026-03-10T07:30:00+07:00, is where the centre's clock begins and stands still; without
# it, the clock begins now and runs.
set -eu
server=$1
data=$2
sample=${3:-$(dirname "$0")}
clock=${4:-}

"$server" init --data "$data" --training ${clock:+--clock "$clock"}
centre=$(mktemp -d)
trap 'rm -rf "$centre"' EXIT
cp "$sample"/*.json "$centre"
[ -z "${PUBLIC_URL:-}" ] || sed -i "s|\(\"public_url\": \"\)[^\"]*|\1$PUBLIC_URL|" "$centre/centre.json"
"$server" import --data "$data" "$centre"/*.json 2>"$data/import-warnings.txt" || {
    cat "$data/import-warnings.txt" >&2
    exit 1
}

account() { # name, person, unit or -, role, what the role does
    unit=$3
    [ "$unit" = - ] && unit=
    said=$("$server" account add "$1" --data "$data" --name "$2" --unit "$unit" --roles "$4")
    printf '%-10s %s  %s\n' "${said% *}" "${said#* }" "$5"
}
echo
echo 'Tài khoản của trung tâm mẫu: tên, mật khẩu (chỉ hiện một lần), vai trò'
echo 'Accounts of the sample centre: name, password (shown this once), role'
account phatso "Người Hướng Dẫn Mẫu" TT_PVHCC PHAT_SO 'phát số / gives out tickets'
account tiepnhan1 "Nguyễn Văn Mẫu" TT_PVHCC TIEP_NHAN 'tiếp nhận / receives dossiers'
account tiepnhan2 "Trần Thị Thử" TT_PVHCC TIEP_NHAN 'tiếp nhận / receives dossiers'
account tiepnhan3 "Lê Văn Ví Dụ" TT_PVHCC TIEP_NHAN 'tiếp nhận / receives dossiers'
account thuly1 "Phạm Thị Minh Họa" VP_HDND_UBND THU_LY 'thụ lý, Văn phòng / handles dossiers'
account thuly2 "Hoàng Văn Tập" P_KT THU_LY 'thụ lý, Phòng Kinh tế / handles dossiers'
account thuly3 "Vũ Thị Huấn" P_VHXH THU_LY 'thụ lý, Phòng Văn hóa - Xã hội / handles dossiers'
account ldphong1 "Đặng Văn Mẫu" VP_HDND_UBND LD_PHONG 'lãnh đạo Văn phòng / heads the unit'
account ldphong2 "Bùi Thị Thử" P_KT LD_PHONG 'lãnh đạo Phòng Kinh tế / heads the unit'
account ldphong3 "Đỗ Văn Ví Dụ" P_VHXH LD_PHONG 'lãnh đạo Phòng Văn hóa - Xã hội / heads the unit'
account lanhdao "Hồ Thị Minh Họa" LANH_DAO LANH_DAO 'lãnh đạo xã / signs'
account vanthu "Ngô Văn Tập" VP_HDND_UBND VAN_THU 'văn thư / keeps the registry'
account giamdoc "Dương Thị Huấn" TT_PVHCC GD_TT 'giám đốc trung tâm / directs the centre'
account tonghop "Lý Văn Mẫu" TT_PVHCC TO_HOP_BC 'tổng hợp, báo cáo / reports'
account quantri "Quản Trị Mẫu" - QUAN_TRI 'quản trị / administers'
account kiemtra "Kiểm Tra Mẫu" - KIEM_TRA 'kiểm tra / audits'
