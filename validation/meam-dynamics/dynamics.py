#!/usr/bin/env python3
"""Runs LiMeso and, where LMP names it, LAMMPS: energy at constant energy, lattice constants and pair distributions. Needs matplotlib, h5py, numpy.

Usage: [LMP=path/to/lmp] python3 dynamics.py [--only TEXT] [--evaluate]
Runs that are finished are kept, interrupted ones go on; --only runs those whose name holds a text, --evaluate none. Writes energy.csv, warm.csv, pairs.csv, energy.png and pairs.png here,
as far as there are runs for them: rows of energy.csv whose runs are elsewhere stay as they are.
"""
import csv
import json
import math
import os
import pathlib
import re
import subprocess
import sys

import h5py
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RESULTS = HERE / "results"
ARCHIVED, DEFAULT, SMOOTH = "li-kim-2012-archived", "li-kim-2012", "li-kim-2012-smooth"
CUTOFF = {ARCHIVED: "5.0 Å", DEFAULT: "4.8 Å", SMOOTH: "4.8 Å, wide window"}
COLOUR = {ARCHIVED: "#D55E00", DEFAULT: "#009E73", SMOOTH: "#0072B2", "LAMMPS": "black"}
SEEDS = (1, 2, 3)
BLOCKS = 10

# potential, time step (fs), duration (ps): three seeds of each
ENERGY = [(ARCHIVED, 1, 200), (ARCHIVED, 2, 25), (ARCHIVED, 3, 25), (DEFAULT, 1, 100), (DEFAULT, 2, 25), (DEFAULT, 3, 25), (SMOOTH, 1, 50), (SMOOTH, 2, 25), (SMOOTH, 3, 25)]
# potential, temperature (K), duration (ps)
WARM = [(DEFAULT, 300, 100), (ARCHIVED, 300, 100)] + [(DEFAULT, t, 20) for t in (250, 350, 400, 450, 500, 550, 600)]


def energy_name(potential, step, seed):
    return f"energy-{potential}-{step}fs-{seed}"


def warm_name(potential, temperature):
    return f"warm-{potential}-{temperature}K"


def stages(*parts):
    return "stages=[" + ", ".join("{" + ", ".join(f"{k}: {v}" for k, v in part.items()) + "}" for part in parts) + "]"


def runs():
    """Name, case and changed keys of every run of LiMeso."""
    for seed in SEEDS:
        yield f"start-{seed}", "constant-energy", [f"seed={seed}", f"potential.name={ARCHIVED}", stages({"name": "equilibrate", "duration": "5 ps", "temperature": "300 K"})]
    for potential, step, duration in ENERGY:
        parts = stages({"name": "equilibrate", "duration": "5 ps", "temperature": "300 K"}, {"name": "keep energy", "duration": f"{duration} ps", "thermostat": "none"})
        for seed in SEEDS:
            yield energy_name(potential, step, seed), "constant-energy", [f"seed={seed}", f"potential.name={potential}", f"time-step={step} fs", parts]
    for potential, temperature, duration in WARM:
        held = {"temperature": f"{temperature} K", "barostat": "mtk", "pressure": "0 bar"}
        parts = stages({"name": "equilibrate", "duration": "10 ps"} | held, {"name": "watch", "duration": f"{duration} ps"} | held)
        yield warm_name(potential, temperature), "warm-crystal", [f"potential.name={potential}", f"start-temperature={2 * temperature} K", parts]


def run(name, case, keys):
    changes = [argument for key in keys for argument in ("--set", key)]
    subprocess.run([ROOT / "limeso", "run", HERE / case, *changes, "--resume", "-o", RESULTS / name], check=True)


def run_lammps(program):
    """In pieces of 10 ps, seed after seed: however far it comes, the three are equally long."""
    files = ROOT / "src/LiMeso.Atomistics/Meam/Shipped"
    for until in range(10_000, 200_001, 10_000):
        for seed in SEEDS:
            folder = RESULTS / f"lammps-{seed}"
            folder.mkdir(exist_ok=True)
            restarts = sorted(folder.glob("run.*.restart"), key=lambda p: int(p.name.split(".")[1]))
            if restarts and int(restarts[-1].name.split(".")[1]) >= until:
                continue
            log = f"log.{len(list(folder.glob('log.*'))):02}"
            begin = f"read_restart {restarts[-1]}" if restarts else f"read_data {RESULTS}/start-{seed}/final.lmp"
            subprocess.run([program, "-in", HERE / "in.energy", "-log", log, "-screen", "none", "-var", "begin", begin, "-var", "files", files, "-var", "steps", str(until)], cwd=folder, check=True)


def slope(t, e):
    t = t - t.mean()
    return (t * (e - e.mean())).sum() / (t * t).sum()


def drift(t, e, atoms):
    """Slope of the energy and its standard error from the slopes of ten blocks, meV/ns and atom; rms about the line, ueV an atom."""
    blocks = [slope(a, b) for a, b in zip(np.array_split(t, BLOCKS), np.array_split(e, BLOCKS))]
    s = slope(t, e)
    return s * 1e6 / atoms, np.std(blocks, ddof=1) / BLOCKS**0.5 * 1e6 / atoms, np.std(e - s * t) * 1e6 / atoms


def ours(name):
    """Columns of the log since energy is kept; None where it has not run."""
    if not finished(name):
        return None
    with h5py.File(RESULTS / name / "data.h5") as data:
        column = {key: data[f"arrays/thermo.{key}"][()] for key in ("stage", "time", "conserved_energy", "potential_energy", "temperature", "pressure")}
    kept = column["stage"] == 2
    return {key: values[kept] for key, values in column.items()} | {"time": column["time"][kept] - 5}


def lammps(seed):
    """The pieces one after the other; a piece that was cut short is covered by the next."""
    rows = {}
    for log in sorted((RESULTS / f"lammps-{seed}").glob("log.*")):
        for line in log.read_text().splitlines():
            words = line.split()
            if len(words) == 7 and re.fullmatch(r"\d+", words[0]) and all(re.fullmatch(r"[-+.\deE]+", w) for w in words):
                rows[int(words[0])] = [float(w) for w in words[1:]]
    if not rows:
        return None
    steps = np.array([step for step in sorted(rows) if step > 0])
    _, temperature, potential, _, total, pressure = np.array([rows[step] for step in steps]).T
    # LAMMPS of 2022 counts the time from the restart
    return {"time": 0.001 * steps, "conserved_energy": total, "temperature": temperature, "pressure": pressure, "potential_energy": potential}


def finished(name):
    record = RESULTS / name / "run.json"
    return record.exists() and json.loads(record.read_text())["status"] == "finished"


def mean_and_interval(values):
    """Mean of three seeds, and half the interval that holds the true one with 95 %: 4.303 standard errors (Student, two degrees of freedom)."""
    return np.mean(values), 4.303 * np.std(values, ddof=1) / len(values)**0.5 if len(values) == 3 else float("nan")


def write(name, header, rows):
    with open(HERE / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([f"{v:.6g}" if isinstance(v, float) else v for v in row] for row in rows)


def rows_of_before(name, key):
    """Rows of a table that is there already, by the first so many columns."""
    if not (HERE / name).exists():
        return {}
    with open(HERE / name, newline="") as file:
        return {tuple(row[:key]): row for row in list(csv.reader(file))[1:]}


def conserve(axis, axis_of_time):
    """Drifts of all runs at constant energy: energy.csv."""
    rows, named = rows_of_before("energy.csv", 4), set()
    for program, potential, step in [("LAMMPS", ARCHIVED, 1)] + [("LiMeso", p, s) for p, s, _ in ENERGY]:
        drifts = []
        for seed in SEEDS:
            found = lammps(seed) if program == "LAMMPS" else ours(energy_name(potential, step, seed))
            if found is None:
                continue
            t, e = found["time"], found["conserved_energy"]
            d, error, rms = drift(t, e, 2000)
            drifts.append(d)
            rows[program, CUTOFF[potential], str(step), str(seed)] = [program, CUTOFF[potential], step, seed, float(t[-1]), d, error, rms, found["temperature"].mean(), found["pressure"].mean(), found["potential_energy"].mean() / 2000]
            if step == 1 and potential == ARCHIVED:
                axis_of_time.plot(t, 1e6 / 2000 * (e - e[:20].mean()), color=COLOUR["LAMMPS" if program == "LAMMPS" else potential], lw=0.7, label=program if seed == 1 else None)
        if drifts:
            mean, interval = mean_and_interval(drifts)
            print(f"{program} {CUTOFF[potential]} {step} fs: {mean:.2f} ± {interval:.2f} meV/ns per atom (95 %), seeds {', '.join(f'{d:.2f}' for d in drifts)}")
            shift = {ARCHIVED: -0.04, DEFAULT: 0, SMOOTH: 0.04}[potential] + (-0.08 if program == "LAMMPS" else 0)
            axis.errorbar(step + shift, mean, interval, fmt="s" if program == "LAMMPS" else "o", color=COLOUR["LAMMPS" if program == "LAMMPS" else potential], capsize=3,
                          label=None if (program, potential) in named else f"{program}, {CUTOFF[potential]}")
            named.add((program, potential))
    write("energy.csv", ["program", "cutoff", "step (fs)", "seed", "time (ps)", "drift (meV/ns atom)", "standard error", "rms about the line (ueV/atom)", "temperature (K)", "pressure (bar)",
                         "potential energy (eV/atom)"], rows.values())
    axis.axhline(0, color="grey", lw=0.6)
    axis.set(xlabel="time step (fs)", ylabel="drift (meV/ns per atom)", xticks=[1, 2, 3])
    axis.set_yscale("symlog", linthresh=1)
    axis.legend(fontsize=7)
    axis_of_time.set(xlabel="time (ps)", ylabel="energy from the start (µeV per atom)", title="1 fs, cutoff 5.0 Å")
    axis_of_time.legend(fontsize=7)


def warm(axis):
    """Lattice constants and pair distributions: warm.csv, pairs.csv."""
    rows, curves = [], {}
    for potential, temperature, duration in sorted(WARM, key=lambda w: w[1]):
        name = warm_name(potential, temperature)
        if not finished(name):
            continue
        found = json.loads((RESULTS / name / "run.json").read_text())
        last, error = found["stage_2"], found["stage_2"]["standard_error"]
        with h5py.File(RESULTS / name / "data.h5") as data:
            r, g = data["arrays/pairs.distance"][()], data["arrays/pairs.distribution"][()]
        top = int(np.argmax(g))
        hollow = top + int(np.argmin(g[top:][r[top:] < 5.5]))
        rows.append([CUTOFF[potential], temperature, duration, last["temperature_K"], last["length_x_A"] / 8, error["length_x_A"] / 8, last["pressure_bar"], last["energy_per_atom_eV"],
                     g[top], g[hollow], found["diffusivity_cm2_s"]])
        if potential == DEFAULT:
            curves[temperature] = (r, g)
    write("warm.csv", ["cutoff", "temperature (K)", "time (ps)", "mean temperature (K)", "lattice constant (A)", "standard error (A)", "pressure (bar)", "potential energy (eV/atom)",
                       "highest g", "g in the hollow behind", "diffusivity (cm2/s)"], rows)
    for row in rows:
        print(row)
    if curves:
        r = next(iter(curves.values()))[0]
        write("pairs.csv", ["distance (A)"] + [f"{t} K" for t in curves], [[float(d)] + [float(g[k]) for _, g in curves.values()] for k, d in enumerate(r)])
    for k, (temperature, (r, g)) in enumerate(curves.items()):
        axis.plot(r, g + 1.5 * k, lw=0.9, label=f"{temperature} K")
        axis.text(11.9, 1.5 * k + 1.15, f"{temperature} K", fontsize=7, ha="right")
    axis.set(xlabel="distance (Å)", ylabel="g, shifted", xlim=(2, 12))


def velocities(axis):
    """Velocities at the end of the runs at constant energy, against Maxwell and Boltzmann."""
    boltzmann, mass = 8.617333262e-5, 6.94 * 1.0364269657e-4
    scaled = []
    for potential, step, _ in ENERGY:
        for seed in SEEDS:
            name = energy_name(potential, step, seed)
            if not finished(name):
                continue
            text = (RESULTS / name / "final.lmp").read_text().split("Velocities")[1]
            v = np.array([[float(w) for w in line.split()[1:4]] for line in text.splitlines() if line.strip()])
            temperature = mass * (v * v).sum() / (3 * len(v) - 3) / boltzmann
            scaled.append(v / (boltzmann * temperature / mass * (1 - 1 / len(v)))**0.5)
    if not scaled:
        return
    v = np.concatenate(scaled)
    x = np.sort(v.ravel())
    exact = 0.5 * (1 + np.array([math.erf(value / 2**0.5) for value in x]))
    farthest = np.abs(exact - (np.arange(len(x)) + 0.5) / len(x)).max()
    print(f"velocities: {len(x)} components, farthest from the normal distribution {farthest:.5f} (1 % limit {1.63 / len(x)**0.5:.5f}); kinetic energy along x, y, z over kT/2: "
          + ", ".join(f"{s:.4f}" for s in (v * v).mean(axis=0)) + f" ± {(2 / len(v))**0.5:.4f}")
    axis.hist(x, bins=80, density=True, color="#56B4E9")
    axis.plot(x[::50], np.exp(-0.5 * x[::50]**2) / (2 * np.pi)**0.5, color="black", lw=1)
    axis.set(xlabel="velocity component / √(kT/m)", ylabel="density", xlim=(-4.5, 4.5))


def evaluate():
    if any(finished(energy_name(potential, step, seed)) for potential, step, _ in ENERGY for seed in SEEDS):
        figure, (a, b, c) = plt.subplots(1, 3, figsize=(15, 4.5), layout="constrained")
        conserve(b, a)
        velocities(c)
        figure.savefig(HERE / "energy.png", dpi=110)
    if any(finished(warm_name(potential, temperature)) for potential, temperature, _ in WARM):
        figure, axis = plt.subplots(figsize=(7, 7), layout="constrained")
        warm(axis)
        figure.savefig(HERE / "pairs.png", dpi=110)


def main():
    RESULTS.mkdir(exist_ok=True)
    only = sys.argv[sys.argv.index("--only") + 1] if "--only" in sys.argv else ""
    if "--evaluate" not in sys.argv:
        for name, case, keys in runs():
            if only in name:
                run(name, case, keys)
        if "LMP" in os.environ and only in "lammps":
            run_lammps(os.environ["LMP"])
    evaluate()


if __name__ == "__main__":
    main()
