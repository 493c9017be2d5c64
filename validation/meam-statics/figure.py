#!/usr/bin/env python3
"""Energy and pressure of bcc lithium against the lattice constant, at three cutoffs: LiMeso (lines) and LAMMPS (circles, lammps.csv). Needs matplotlib.

Usage: python3 validation/meam-statics/figure.py   (from the repository's root; writes ours.csv and energy-over-lattice-constant.png here)
"""
import csv
import json
import pathlib
import subprocess
import tempfile

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

HERE = pathlib.Path(__file__).resolve().parent
LIMESO = HERE.parent.parent / "limeso"
POTENTIALS = {"4.5": ("li-kim-2012-rc4.5", "#0072B2"), "4.8": ("li-kim-2012", "#009E73"), "5.0": ("li-kim-2012-archived", "#D55E00")}
CRYSTAL = """bcc lithium

2 atoms
1 atom types

0 {a} xlo xhi
0 {a} ylo yhi
0 {a} zlo zhi

Masses

1 6.94

Atoms # atomic

1 1 0 0 0
2 1 {h} {h} {h}
"""


def evaluate(potential, a):
    with tempfile.NamedTemporaryFile("w", suffix=".lmp") as file:
        file.write(CRYSTAL.format(a=repr(a), h=repr(a / 2)))
        file.flush()
        found = json.loads(subprocess.check_output([LIMESO, "md", "energy", file.name, "--potential", potential, "--json"]))
    return found["energy_eV"] / 2, found["pressure_bar"]["xx"]


def main():
    with open(HERE / "lammps.csv", encoding="utf-8") as file:
        lammps = [row for row in csv.DictReader(line for line in file if not line.startswith("#"))]
    figure, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(7, 7.5), constrained_layout=True)
    worst = {}
    with open(HERE / "ours.csv", "w", encoding="utf-8") as out:
        out.write("cutoff,a,energy,pressure\n")
        for cutoff, (potential, color) in POTENTIALS.items():
            ours = []
            for step in range(141):
                a = 3.36 + 0.0025 * step
                ours.append((a, *evaluate(potential, a)))
                out.write(f"{cutoff},{a:.4f},{ours[-1][1]!r},{ours[-1][2]!r}\n")
            rows = [(float(r["a"]), float(r["energy"]), float(r["pressure"])) for r in lammps if r["cutoff"] == cutoff]
            pairs = [(evaluate(potential, a), (energy, pressure)) for a, energy, pressure in rows]
            worst[cutoff] = (max(abs(p[0][0] - p[1][0]) for p in pairs), max(abs(p[0][1] - p[1][1]) for p in pairs))
            for panel, column, scale in ((top, 1, 1e3), (bottom, 2, 1e-3)):
                offset = 1649.745 if column == 1 else 0
                panel.plot([o[0] for o in ours], [scale * o[column] + offset for o in ours], color=color, label=f"cutoff {cutoff} Å")
                panel.plot([r[0] for r in rows], [scale * r[column] + offset for r in rows], "o", mfc="none", color=color, ms=4)
    for cutoff, (energy, pressure) in worst.items():
        print(f"cutoff {cutoff}: worst difference from LAMMPS {energy:.1e} eV an atom, {pressure:.1e} bar")
    for panel in (top, bottom):
        panel.axvspan(4.9 / 2**0.5, 5.0 / 2**0.5, color="#D55E00", alpha=0.12, lw=0)
    top.set_ylabel("energy over −1.649745 eV (meV per atom)")
    top.set_ylim(-1, 16)
    bottom.set_ylabel("pressure (kbar)")
    bottom.set_ylim(-12, 22)
    bottom.axhline(0, color="grey", lw=0.7)
    bottom.set_xlabel("lattice constant of bcc (Å)")
    top.legend(frameon=False, title="lines: LiMeso, circles: LAMMPS")
    figure.savefig(HERE / "energy-over-lattice-constant.png", dpi=110)


if __name__ == "__main__":
    main()
