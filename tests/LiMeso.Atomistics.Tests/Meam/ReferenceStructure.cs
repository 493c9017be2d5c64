using System.Globalization;
using System.Text.Json;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.Meam;

/// <summary>
/// A structure with energy, forces and pressure from LAMMPS (29 Sep 2021) through KIM, for the lithium potential of Kim, Jung &amp; Lee at one of three cutoffs; with the wider window from
/// LAMMPS's own pair_style meam, which gives the same as KIM to 1e-13 eV/Å. Units are LAMMPS's metal ones.
/// </summary>
public sealed class ReferenceStructure
{
    public static readonly string[] Names = ["bcc_a3.4872", "bcc_0.90", "bcc_sheared", "fcc", "rattle_0.05", "rattle_0.50", "vacancy", "slab_100", "trimer", "gb310_400K"];

    /// <summary>Potentials and the ends of the names of their files.</summary>
    public static readonly (string Potential, string Ending)[] Cutoffs = [("li-kim-2012", "_rc4.8"), ("li-kim-2012-archived", ""), ("li-kim-2012-rc4.5", "_rc4.5"), ("li-kim-2012-smooth", "_smooth")];

    private ReferenceStructure(AtomicSystem system, double[] forces, double[] energies, double energy, double[] pressureBar)
    {
        (System, Forces, AtomEnergies, Energy, PressureBar) = (system, forces, energies, energy, pressureBar);
    }

    public AtomicSystem System { get; }

    public double[] Forces { get; }

    public double[] AtomEnergies { get; }

    public double Energy { get; }

    /// <summary>xx, yy, zz, xy, xz, yz.</summary>
    public double[] PressureBar { get; }

    public static ReferenceStructure Read(string name, string ending)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Reference", "meam", name);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, $"ref{ending}.json")));
        JsonElement root = json.RootElement, b = root.GetProperty("box"), p = root.GetProperty("pressure_bar");
        double[][] rows = [.. File.ReadLines(Path.Combine(folder, $"forces{ending}.csv")).Skip(1)
            .Select(line => line.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray()).OrderBy(row => row[0])];
        double Of(JsonElement e, string key) => e.GetProperty(key).GetDouble();
        var box = new SimulationBox(default, new(Of(b, "lx"), Of(b, "ly"), Of(b, "lz")), Of(b, "xy"), Of(b, "xz"), Of(b, "yz"), (true, true, true));
        return new(new AtomicSystem(box, [.. rows.SelectMany(r => r[1..4])], 6.94), [.. rows.SelectMany(r => r[4..7])], [.. rows.Select(r => r[7])],
            Of(root, "energy_eV"), [.. new[] { "pxx", "pyy", "pzz", "pxy", "pxz", "pyz" }.Select(key => Of(p, key))]);
    }
}
