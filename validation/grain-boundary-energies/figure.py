#!/usr/bin/env python3
"""Collects searches into ours.csv, and draws boundary energies against the angle: LiMeso (circles), LAMMPS (crosses, lammps.csv). Needs matplotlib.

Usage: python3 validation/grain-boundary-energies/figure.py DIR   (from the repository's root; DIR holds the results that search.sh made, or the searches.csv of a collected campaign)
       python3 validation/grain-boundary-energies/figure.py       (the figure alone, from ours.csv)
"""
import csv
import json
import pathlib
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

HERE = pathlib.Path(__file__).resolve().parent
PANELS = [("[001] tilt", 90), ("[01-1] tilt", 180), ("[11-1] tilt", 60), ("[001] twist", 90), ("[01-1] twist", 90), ("[11-1] twist", 60)]
COLUMNS = ["id", "boundary", "sigma", "angle", "atoms", "energy-y", "energy-full", "bcc-inside", "excess-volume-y", "models", "candidates", "evaluations", "evaluations-of-all-models"]


def of_campaign(path):
    rows = csv.DictReader(line for line in path.read_text().splitlines() if not line.startswith("#"))
    return {r["boundary"]: [
        r["boundary"], r["name"], r["sigma"], f'{float(r["angle_deg"]):.4f}', r["atoms"], f'{float(r["energy_across_J_m2"]):.5f}', f'{float(r["energy_all_lengths_J_m2"]):.5f}' if r["energy_all_lengths_J_m2"] else "",
        f'{float(r["bcc_inside_grains"]):.4f}', f'{float(r["excess_volume_A"]):.4f}', r["models"], r["candidates"], r["evaluations"], round(float(r["evaluations_of_all_models"]))] for r in rows}


def collect(results):
    """The searches in a directory, or of a campaign; what ours.csv has of others stays."""
    found = of_campaign(results / "searches.csv") if (results / "searches.csv").exists() else {}
    for record in sorted(results.glob("*/run.json")):
        run = json.loads(record.read_text())
        summary = run
        if run["status"] != "finished":
            continue
        energy, best, search = summary["boundary_energy_J_m2"], summary["best"], summary["search"]
        name = ("exhaustive " if record.parent.name.startswith("exhaustive-") else "") + summary["boundary"]["id"]
        found[name] = [
            name, summary["boundary"]["label"], round(summary["boundary"]["sigma"]), f'{summary["boundary"]["angle_deg"]:.4f}',
            round(best["atoms"]), f'{energy["y"]:.5f}', f'{energy["full"]:.5f}' if "full" in energy else "", f'{best["bcc_inside_grains"]:.4f}', f'{best["excess_volume_A"]["y"]:.4f}',
            round(search["models"]), round(search["candidates"]), round(search["evaluations"]), round(search["evaluations_of_all_models"])]
    before = {r["id"]: [r[c] for c in COLUMNS] for r in read("ours.csv")}
    rows = sorted((before | found).values(), key=lambda r: r[0].split()[::-1])
    rows.sort(key=lambda r: r[0].startswith("exhaustive"))
    with open(HERE / "ours.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)


def read(name):
    with open(HERE / name) as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def axis_of(row, ids):
    kind = "twist" if row["boundary"].endswith("twist") else "tilt"
    number = int(row["id"][2:])
    axis = "[001]" if number in ids["001"] else "[01-1]" if number in ids["011"] else "[11-1]"
    return f"{axis} {kind}"


def draw():
    ids = {"001": {*range(1, 11), *range(32, 42)}, "011": {*range(11, 27), *range(42, 50)}}
    ours = [r for r in read("ours.csv") if not r["id"].startswith("exhaustive")]
    lammps = {r["id"]: r for r in read("lammps.csv")}
    figure, axes = plt.subplots(2, 3, figsize=(12, 6.5), sharey=True)
    for panel, (title, largest) in zip(axes.flat, PANELS):
        rows = sorted((r for r in ours if axis_of(r, ids) == title), key=lambda r: float(r["angle"]))
        for key, label, colour in (("energy-y", "length across relaxed", "#0072B2"), ("energy-full", "all lengths relaxed", "#D55E00")):
            known = [r for r in rows if r[key]]
            panel.plot([float(r["angle"]) for r in known], [1e3 * float(r[key]) for r in known], "o-", ms=4, lw=0.8, color=colour, label=label)
            both = [r for r in rows if r["id"] in lammps]
            panel.plot([float(r["angle"]) for r in both], [1e3 * float(lammps[r["id"]][key]) for r in both], "kx", ms=8, mew=1.2, label="LAMMPS" if key == "energy-full" else None)
        for r in rows:
            panel.annotate(f'{r["sigma"]}', (float(r["angle"]), 1e3 * float(r["energy-y"])), textcoords="offset points", xytext=(0, 6), ha="center", fontsize=7)
        panel.set(title=title, xlim=(0, largest), ylim=(0, 180))
        panel.grid(alpha=0.3)
    for panel in axes[1]:
        panel.set_xlabel("angle (degrees)")
    for panel in axes[:, 0]:
        panel.set_ylabel("boundary energy (mJ/m²)")
    axes[0, 0].legend(fontsize=8, loc="lower center")
    figure.tight_layout()
    figure.savefig(HERE / "boundary-energies.png", dpi=110)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        collect(pathlib.Path(sys.argv[1]))
    draw()
