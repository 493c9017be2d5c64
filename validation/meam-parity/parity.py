"""Evaluates every reference structure with LiMeso and compares energy, forces and pressure with LAMMPS: parity.csv and parity.png.

usage: python3 parity.py      (from anywhere; needs matplotlib)
"""
import csv, json, pathlib, subprocess, tempfile
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt

here = pathlib.Path(__file__).resolve().parent
root = here.parents[1]
reference = root / "tests/LiMeso.Atomistics.Tests/Reference/meam"
potentials = [("li-kim-2012", "_rc4.8", "4.8 Å"), ("li-kim-2012-archived", "", "5.0 Å"), ("li-kim-2012-rc4.5", "_rc4.5", "4.5 Å"),
              ("li-kim-2012-smooth", "_smooth", "4.8 Å, window 0.3 Å")]

def forces_of(path):
    with open(path) as file:
        return {int(row["id"]): [float(row[c]) for c in ("fx", "fy", "fz", "pe")] for row in csv.DictReader(file)}

table, points = [], []
with tempfile.TemporaryDirectory() as work:
    for structure in sorted(p.name for p in reference.iterdir()):
        for potential, ending, cutoff in potentials:
            out = f"{work}/{structure}{ending}.csv"
            ours = json.loads(subprocess.run([root / "limeso", "md", "energy", reference / structure / "data.lmp", "--potential", potential, "--json", "--forces", out],
                                             check=True, capture_output=True, text=True).stdout)
            theirs = json.loads((reference / structure / f"ref{ending}.json").read_text())
            mine, other = forces_of(out), forces_of(reference / structure / f"forces{ending}.csv")
            force = [(abs(a), abs(a - b)) for i in mine for a, b in zip(other[i][:3], mine[i][:3])]
            points += force
            pressure = [abs(ours["pressure_bar"][k] - theirs["pressure_bar"]["p" + k]) for k in ("xx", "yy", "zz", "xy", "xz", "yz")]
            table.append([structure, cutoff, ours["atoms"], abs(ours["energy_eV"] - theirs["energy_eV"]) / ours["atoms"], max(abs(mine[i][3] - other[i][3]) for i in mine),
                          max(e for _, e in force), max(pressure), max(abs(p) for p in theirs["pressure_bar"].values())])

with open(here / "parity.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["structure", "cutoff", "atoms", "energy per atom (eV)", "energy of an atom, worst (eV)", "force, worst (eV/A)", "pressure, worst (bar)", "largest pressure (bar)"])
    for row in table:
        writer.writerow(row[:3] + [f"{v:.1e}" for v in row[3:]])

figure, axes = plt.subplots(figsize=(6, 4), layout="constrained")
axes.loglog([max(f, 1e-17) for f, _ in points], [max(e, 1e-17) for _, e in points], ".", ms=2, color="#0072B2", rasterized=True)
axes.axhline(1e-5, color="black", lw=1, ls="--")
axes.text(2e-17, 1.4e-5, "tolerance, 10⁻⁵ eV/Å", fontsize=9)
axes.set(xlabel="component of a force in LAMMPS (eV/Å)", ylabel="difference to LiMeso (eV/Å)", ylim=(1e-18, 1e-4))
figure.savefig(here / "parity.png", dpi=150)
for row in table:
    print("| " + " | ".join(str(v) if not isinstance(v, float) else f"{v:.1e}" for v in row) + " |")
