-- Numbers of hand-over slips go on in a series of their own: 06 is the control slip (domain 3.7).
UPDATE series SET name = 'form/handover' WHERE name = 'form/06';
