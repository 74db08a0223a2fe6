#!/bin/sh
# Make the sample centre: xã Nghiên Loan, as a training centre, with one account for each role.
# The passwords are random and printed this once.
#
# usage: make_centre.sh QUEUE_SERVER DATA_DIR [SAMPLE_DIR [CLOCK]]
#
# CLOCK, e.g. 2026-03-10T07:30:00+07:00, is where the centre's clock begins and stands still; without
# it, the clock begins now and runs.
set -eu
server=$1
data=$2
sample=${3:-$(dirname "$0")}
clock=${4:-}

"$server" init --data "$data" --training ${clock:+--clock "$clock"}
"$server" import --data "$data" "$sample"/*.json 2>"$data/import-warnings.txt" || {
    cat "$data/import-warnings.txt" >&2
    exit 1
}

account() { # name, person, unit or -, roles
    unit=$3
    [ "$unit" = - ] && unit=
    "$server" account add "$1" --data "$data" --name "$2" --unit "$unit" --roles "$4"
}
echo
echo 'Accounts of the sample centre (account, password) - shown this once:'
account phatso "Người Hướng Dẫn Mẫu" TT_PVHCC PHAT_SO
account tiepnhan1 "Nguyễn Văn Mẫu" TT_PVHCC TIEP_NHAN
account tiepnhan2 "Trần Thị Thử" TT_PVHCC TIEP_NHAN
account tiepnhan3 "Lê Văn Ví Dụ" TT_PVHCC TIEP_NHAN
account thuly1 "Phạm Thị Minh Họa" VP_HDND_UBND THU_LY
account thuly2 "Hoàng Văn Tập" P_KT THU_LY
account thuly3 "Vũ Thị Huấn" P_VHXH THU_LY
account ldphong1 "Đặng Văn Mẫu" VP_HDND_UBND LD_PHONG
account ldphong2 "Bùi Thị Thử" P_KT LD_PHONG
account ldphong3 "Đỗ Văn Ví Dụ" P_VHXH LD_PHONG
account lanhdao "Hồ Thị Minh Họa" LANH_DAO LANH_DAO
account vanthu "Ngô Văn Tập" VP_HDND_UBND VAN_THU
account giamdoc "Dương Thị Huấn" TT_PVHCC GD_TT
account tonghop "Lý Văn Mẫu" TT_PVHCC TO_HOP_BC
account quantri "Quản Trị Mẫu" - QUAN_TRI
account kiemtra "Kiểm Tra Mẫu" - KIEM_TRA
