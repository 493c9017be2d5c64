"""Compares LiMeso with two builds of LAMMPS, whose tables of the pair potential have 1000 and 10 000 points: refined.csv.

usage: LMP=path/to/lmp LMP_REFINED=path/to/lmp python3 refined.py      (from anywhere)
  LMP           LAMMPS with the MEAM package
  LMP_REFINED   the same, compiled with nr = 10000 in place of 1000 in src/MEAM/meam_setup_done.cpp
"""
import csv, json, os, pathlib, subprocess, tempfile

here = pathlib.Path(__file__).resolve().parent
root = here.parents[1]
reference = root / "tests/LiMeso.Atomistics.Tests/Reference/meam"
shipped = root / "src/LiMeso.Atomistics/Meam/Shipped"
potentials = ["li-kim-2012", "li-kim-2012-archived", "li-kim-2012-rc4.5", "li-kim-2012-smooth"]
programs = [("1000 points", os.environ["LMP"]), ("10 000 points", os.environ["LMP_REFINED"])]

def limeso(data, potential):
    found = json.loads(subprocess.run([root / "limeso", "md", "energy", data, "--potential", potential, "--json", "--forces", "ours.csv", "--overwrite"],
                                      check=True, capture_output=True, text=True).stdout)
    with open("ours.csv") as file:
        forces = {int(row["id"]): [float(row[c]) for c in ("fx", "fy", "fz")] for row in csv.DictReader(file)}
    return found["energy_eV"], forces

def lammps(program, data, potential):
    pathlib.Path("in").write_text(f"""units metal
atom_style atomic
read_data {data}
pair_style meam
pair_coeff * * {shipped}/library.meam Li {shipped}/{potential}.meam Li
thermo_style custom pe
thermo_modify format float %.15g
run 0
write_dump all custom theirs.dump id fx fy fz modify sort id format float %.15g
""")
    lines = subprocess.run([program, "-in", "in", "-log", "none"], check=True, capture_output=True, text=True).stdout.splitlines()
    energy = float(lines[next(i for i, line in enumerate(lines) if line.strip() == "PotEng") + 1])
    rows = pathlib.Path("theirs.dump").read_text().split("ITEM: ATOMS")[1].splitlines()[1:]
    return energy, {int(row.split()[0]): [float(v) for v in row.split()[1:]] for row in rows}

table = []
with tempfile.TemporaryDirectory() as work:
    os.chdir(work)
    for structure in sorted(p.name for p in reference.iterdir()):
        for potential in potentials:
            data = reference / structure / "data.lmp"
            energy, forces = limeso(data, potential)
            row = [structure, potential]
            for _, program in programs:
                their_energy, their_forces = lammps(program, data, potential)
                row += [abs(energy - their_energy) / len(forces), max(abs(a - b) for i in forces for a, b in zip(forces[i], their_forces[i]))]
            table.append(row)

with open(here / "refined.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["structure", "potential"] + [f"{what}, {points}" for points, _ in programs for what in ("energy per atom (eV)", "force, worst (eV/A)")])
    for row in table:
        writer.writerow(row[:2] + [f"{v:.1e}" for v in row[2:]])
for column, name in enumerate(("energy, 1000", "force, 1000", "energy, 10 000", "force, 10 000"), 2):
    print(name, f"{max(row[column] for row in table):.1e}")
