"""Figures in the style of the article's Figs. 1, 3, 4, 5 and 6a."""
import itertools
import math

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

import sources

BOLTZMANN = 8.617333262e-5    # eV/K
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
SOURCE = "#555555"
DOTS_PER_INCH = 110


def save(figure, name):
    figure.tight_layout()
    figure.savefig(sources.HERE / name, dpi=DOTS_PER_INCH)
    plt.close(figure)


def inverse(temperature):
    return 1000 / temperature


def gamma_surface():
    """Fig. 1: energy of S5(310) against the shift of one grain, from gamma-s5-310.csv."""
    rows = sources.table(sources.HERE / "gamma-s5-310.csv")
    x, z = (sorted({float(r[key]) for r in rows}) for key in ("shift_x_A", "shift_z_A"))
    energy = np.array([float(r["energy_J_m2"]) for r in rows]).reshape(len(z), len(x))
    # the surface repeats: one more row and column close it
    closed = np.pad(energy, ((0, 1), (0, 1)), mode="wrap")
    figure, panel = plt.subplots(figsize=(6, 4.4))
    image = panel.contourf(np.append(x, x[1] * len(x)), np.append(z, z[1] * len(z)), 1e3 * closed, levels=16, cmap="viridis")
    panel.plot(*np.meshgrid(x, z), "w.", ms=3)
    row, column = np.unravel_index(energy.argmin(), energy.shape)
    panel.plot(x[column], z[row], "w*", ms=14, mec="black", label=f"lowest, {1e3 * energy.min():.1f} mJ/m²", clip_on=False)
    panel.set(xlabel="shift along x (Å)", ylabel="shift along z (Å)", title="Σ5(310)/[001] tilt, length across relaxed")
    panel.legend(loc="upper center", fontsize=8)
    figure.colorbar(image, label="boundary energy (mJ/m²)")
    save(figure, "fig1-gamma-surface.png")


def tracking(boundary, temperature):
    """Fig. 3: energy profile with the Gaussians fitted to it, places in time, mean squared displacement of one run."""
    item = sources.Item(boundary, f"{temperature}K-seed1")
    a, n = item.arrays, item.numbers
    figure, (profile, places, moved) = plt.subplots(1, 3, figsize=(13, 4))
    profile.plot(a["profile.place"], a["profile.energy"], "o", ms=4, color=COLOURS[0], label="last interval")
    profile.plot(a["profile.place"], a["profile.fit"], "-", color=COLOURS[1], label="two Gaussians")
    for held in (0.25, 0.75):
        profile.axvspan(held * n["box_A.y"] - 5, held * n["box_A.y"] + 5, color=SOURCE, alpha=0.2, lw=0, label="held: few atoms count" if held < 0.5 else None)
    profile.set(xlabel="place along the normal (Å)", ylabel="energy of an atom (eV)", title=f"{boundary}, {temperature} K: energies")
    profile.legend(fontsize=8)
    # a boundary at the edge of the cell is drawn where it is, not where it comes in again
    length = n["box_A.y"]
    for which, colour in (("first", COLOURS[0]), ("second", COLOURS[1])):
        middle = np.unwrap(a[f"tracking.{which}_position"], period=length)
        half = a[f"tracking.{which}_width"] / 2
        places.plot(a["tracking.time"], middle, color=colour, label=f"{which} boundary")
        places.fill_between(a["tracking.time"], middle - half, middle + half, color=colour, alpha=0.25, lw=0)
    places.set(xlabel="time (ps)", ylabel="place along the normal (Å)", title="where they are, and how wide")
    places.legend(fontsize=8, loc="center")
    lag = a["displacement.lag"]
    for key, label, colour in (("total", "all directions", "black"), ("x", "x", COLOURS[0]), ("y", "y, normal", COLOURS[1]), ("z", "z", COLOURS[2]), ("control", "far from both, all directions", SOURCE)):
        moved.plot(lag, a[f"displacement.{key}"], color=colour, label=label, ls="--" if key == "control" else "-")
    inside = (lag >= n["fit_from_ps"] - 1e-6) & (lag <= n["fit_to_ps"] + 1e-6)
    line = np.polyfit(lag[inside], a["displacement.total"][inside], 1)
    moved.plot(lag[inside], np.polyval(line, lag[inside]), color="#F0E442", lw=1, label="line whose slope is 6D")
    moved.set(xlabel="time (ps)", ylabel="mean squared displacement (Å²)", title="displacement", ylim=(0, None))
    moved.legend(fontsize=8)
    save(figure, "fig3-tracking.png")


def energies(data):
    """Fig. 4: boundary energies against the angle: searched, and annealed from there."""
    angles = {r["boundary"]: float(r["angle_deg"]) for r in data.structures}
    names = {r["boundary"]: r["name"] for r in data.structures}
    limits = dict(zip(sources.FAMILIES, (90, 180, 60, 90, 90, 60)))
    figure, axes = plt.subplots(2, 3, figsize=(12, 6.5), sharey=True)
    for panel, family in zip(axes.flat, sources.FAMILIES):
        # no energy with all lengths relaxed where the grains transformed
        searched = sorted((float(r["angle"]), 1e3 * float(r["energy-y"]), 1e3 * sources.number(r["energy-full"]), r["id"], r) for r in sources.searches() if r["family"] == family)
        panel.plot([s[0] for s in searched], [s[1] for s in searched], "o-", ms=4, lw=0.8, color=COLOURS[0], label="searched, length across relaxed")
        panel.plot([s[0] for s in searched], [s[2] for s in searched], "o-", ms=4, lw=0.8, color=COLOURS[5], label="searched, all lengths relaxed")
        own = [r for r in data.structures if sources.family(names[r["boundary"]]) == family]
        panel.plot([angles[r["boundary"]] for r in own], [1e3 * float(r["energy_annealed_J_m2"]) for r in own], "v", ms=6, mfc="none", color=COLOURS[1], label=f"annealed for {sources.annealing_time():.0f} ps")
        for angle, across, lengths, _, row in searched:
            cusp = row["boundary"] in sources.CUSPS
            panel.annotate(f'Σ{row["sigma"]}{"*" if cusp else ""}', (angle, min(across, lengths)), textcoords="offset points", xytext=(0, -12), ha="center", fontsize=7, weight="bold" if cusp else "normal")
        panel.set(title=family, xlim=(0, limits[family]), ylim=(0, 250))
        panel.grid(alpha=0.3)
    for panel in axes[1]:
        panel.set_xlabel("angle (degrees)")
    for panel in axes[:, 0]:
        panel.set_ylabel("boundary energy (mJ/m²)")
    axes[0, 2].legend(fontsize=8, loc="upper center")
    save(figure, "fig4-energies.png")


def draw_curve(panel, data, what, colour, label, values):
    """Points with errors, bounds as arrows, and the line of the three lowest temperatures."""
    known, bounds = (sorted((t, v) for t, v in values.items() if v.bound == bound) for bound in (False, True))
    if known or not bounds:
        panel.errorbar([inverse(t) for t, _ in known], [v.value for _, v in known], [0 if math.isnan(v.error) else v.error for _, v in known], fmt="o", ms=4, capsize=2, color=colour, label=label)
    if bounds:
        panel.errorbar([inverse(t) for t, _ in bounds], [v.value for _, v in bounds], [0.5 * v.value for _, v in bounds], uplims=True, fmt="_", ms=8, color=colour, label=None if known else f"{label}, upper bounds")
    line = data.line(what, "lowest")
    if line:
        ends = np.linspace(inverse(float(line["to_K"])), inverse(float(line["from_K"])), 2)
        panel.plot(ends, [float(line["prefactor_cm2_s"]) * math.exp(-float(line["activation_energy_eV"]) * i / 1000 / BOLTZMANN) for i in ends], "-", lw=0.8, color=colour)


def bulk_stars(panel, data):
    panel.plot([inverse(t) for t in sources.TEMPERATURES], [data.bulk(t).value for t in sources.TEMPERATURES], "*-", color="black", ms=8, lw=0.8, label="bulk")


def finish_arrhenius(panel, title):
    panel.set(yscale="log", xlabel="1000 K/T", ylabel="D (cm²/s)", title=title, ylim=(1e-13, 1e-4), xlim=(2.4, 4.1))
    panel.grid(alpha=0.3)
    panel.legend(fontsize=7, loc="lower left")


def arrhenius(data):
    """Fig. 5: every boundary, by family; squares are the values that the article prints for 300 K."""
    names, (quenched, _) = data.names, sources.quenched()
    families = [f for f in sources.FAMILIES if any(sources.family(n) == f for n in names.values())]
    figure, axes = plt.subplots(1, len(families), figsize=(4.2 * len(families), 4.6), squeeze=False, sharey=True)
    for panel, family in zip(axes[0], families):
        for colour, boundary in zip(itertools.cycle(COLOURS), (b for b, n in names.items() if sources.family(n) == family)):
            values = {t: v for t in sources.TEMPERATURES if (v := data.diffusivity(boundary, t))}
            followed = any(r["boundary"] == boundary for r in data.runs)
            draw_curve(panel, data, boundary, colour, names[boundary] + ("" if values else ": no boundary found" if followed else ": not followed yet"), values)
            begun = [(inverse(t), quenched[boundary, t].value) for t in sources.TEMPERATURES if (boundary, t) in quenched]
            if begun:
                panel.plot(*zip(*begun), "D", ms=5, mfc="none", mew=0.6, color=colour)
            if boundary in sources.PRINTED_300K:
                panel.plot([inverse(300)], [sources.PRINTED_300K[boundary]], "s", ms=8, mfc="none", color=colour)
        panel.plot([], [], "s", ms=8, mfc="none", color="black", label="printed, 300 K")
        panel.plot([], [], "D", ms=5, mfc="none", mew=0.6, color="black", label="from a quench")
        bulk_stars(panel, data)
        finish_arrhenius(panel, family)
    save(figure, "fig5-arrhenius.png")


def means(data):
    """Fig. 6a: means of all, of the fastest and of the slowest boundaries, and bulk, beside the article's."""
    figure, panel = plt.subplots(figsize=(7.5, 6.2))
    published = sources.published()
    for colour, name, group in ((COLOURS[1], "fastest", sources.FASTEST), (COLOURS[2], "mean", None), (COLOURS[0], "slowest", sources.SLOWEST)):
        values = {}
        for t in sources.TEMPERATURES:
            known = data.known(t, of=group)
            # a mean of some of the three would say nothing of them
            if known and (group is None or len(known) == len(group)):
                values[t] = sources.mean(known.values())
        if not values:
            continue
        counts = ", ".join(f"{len(data.known(t, of=group))} at {t} K" for t in values)
        words = f"mean of the boundaries here ({counts})" if group is None else f"the article's three {name}: {', '.join(group)}"
        panel.errorbar([inverse(t) for t in values], [v.value for v in values.values()], [v.error for v in values.values()], fmt="o-", ms=5, lw=1, capsize=2, color=colour, label=words)
        for status, marker in (("published", "s"), ("inferred", "D"), ("assumed", None)):
            points = [(inverse(t), d) for t, (d, s) in published[name].items() if s == status]
            if marker and points:
                panel.plot(*zip(*points), marker, ms=8, mfc="none", color=colour, label=f"article, {name}, {status}")
        panel.plot([inverse(t) for t in published[name]], [d for d, _ in published[name].values()], ":", lw=1, color=colour)
    bulk_stars(panel, data)
    panel.plot([], [], ":", color="black", label="article, reconstructed (li-yoon-2023)")
    finish_arrhenius(panel, "means over boundaries")
    panel.legend(fontsize=7, loc="upper center", bbox_to_anchor=(0.5, -0.12), ncol=2)
    save(figure, "fig6a-means.png")
