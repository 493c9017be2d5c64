using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Properties;

/// <summary>What the properties of one potential have in common, each computed when first asked for.</summary>
/// <param name="potential">The potential.</param>
/// <param name="options">How it is evaluated.</param>
public sealed class PropertyContext(IInteratomicPotential potential, EvaluatorOptions options)
{
    private readonly Dictionary<CrystalStructure, EquilibriumCrystal> _crystals = [];
    private ElasticConstants? _elastic;
    private Vacancy? _vacancy;

    /// <summary>The bcc crystal.</summary>
    public EquilibriumCrystal Bcc => Crystal(CrystalStructures.BodyCentredCubic);

    /// <summary>Elastic constants of the bcc crystal.</summary>
    public ElasticConstants Elastic => _elastic ??= ElasticConstants.Of(potential, Bcc, options);

    /// <summary>The vacancy in the bcc crystal.</summary>
    public Vacancy Vacancy => _vacancy ??= new Vacancy(potential, Bcc, options);

    /// <summary>A structure's crystal at zero pressure.</summary>
    /// <param name="structure">The structure.</param>
    public EquilibriumCrystal Crystal(CrystalStructure structure) =>
        _crystals.TryGetValue(structure, out EquilibriumCrystal? known) ? known : _crystals[structure] = EquilibriumCrystal.Find(potential, structure, options);

    /// <summary>Energy of a structure over that of bcc, eV per atom.</summary>
    /// <param name="structure">The structure.</param>
    public double EnergyOverBcc(CrystalStructure structure) => Crystal(structure).EnergyPerAtom - Bcc.EnergyPerAtom;

    /// <summary>Energy of a relaxed surface of the bcc crystal, J/m².</summary>
    /// <param name="surface">The surface.</param>
    public double Surface(Orientation surface) => SurfaceEnergy.Of(potential, Bcc, surface, options);
}
