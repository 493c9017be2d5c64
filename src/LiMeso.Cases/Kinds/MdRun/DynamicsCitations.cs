using LiMeso.Cases.Reports.Model;

namespace LiMeso.Cases.Kinds.MdRun;

/// <summary>Methods of molecular dynamics to be credited.</summary>
internal static class DynamicsCitations
{
    private static readonly Citation
        _verlet = new(CitationRole.Method, "W. C. Swope, H. C. Andersen, P. H. Berens, K. R. Wilson, J. Chem. Phys. 76 (1982) 637: velocity Verlet", "10.1063/1.442716"),
        _chains = new(CitationRole.Method, "G. J. Martyna, M. E. Tuckerman, D. J. Tobias, M. L. Klein, Mol. Phys. 87 (1996) 1117: Nosé-Hoover chains", "10.1080/00268979600100761"),
        _noise = new(CitationRole.Method, "B. Leimkuhler, C. Matthews, Appl. Math. Res. Express 2013, 34: Langevin dynamics by the splitting BAOAB", "10.1093/amrx/abs010"),
        _pressure = new(CitationRole.Method, "G. J. Martyna, D. J. Tobias, M. L. Klein, J. Chem. Phys. 101 (1994) 4177: constant pressure", "10.1063/1.467468");

    /// <summary>What the stages use.</summary>
    /// <param name="stages">The stages.</param>
    public static IEnumerable<Citation> Of(IEnumerable<StageSettings> stages) => Of(stages.Select(s => (s.Thermostat, s.Barostat)));

    /// <summary>What thermostats and barostats of these names rest on.</summary>
    /// <param name="ensembles">Names of thermostat and barostat of each stage.</param>
    public static IEnumerable<Citation> Of(IEnumerable<(string Thermostat, string Barostat)> ensembles)
    {
        (string Thermostat, string Barostat)[] all = [.. ensembles];
        yield return _verlet;
        if (all.Any(e => e.Thermostat == "nose-hoover")) yield return _chains;
        if (all.Any(e => e.Thermostat == "langevin")) yield return _noise;
        if (all.Any(e => e.Barostat != StageSettings.None)) yield return _pressure;
    }
}
