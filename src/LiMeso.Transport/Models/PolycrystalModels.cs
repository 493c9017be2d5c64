using LiMeso.Core.Registries;

namespace LiMeso.Transport.Models;

/// <summary>The polycrystal models a case may name.</summary>
public static class PolycrystalModels
{
    /// <summary>All of them; a new one is one file and one line here.</summary>
    public static readonly Registry<IPolycrystalModel> All = new("polycrystal model")
    {
        { "single-crystal", "no boundaries", new SingleCrystal() },
        { "hart", "boundaries parallel to the flux (columnar grains)", new Hart() },
        { "maxwell-garnett-1d", "boundaries across the flux (layers in series)", new MaxwellGarnett(1) },
        { "maxwell-garnett-2d", "circular grains in a boundary matrix", new MaxwellGarnett(2) },
        { "maxwell-garnett-3d", "spherical grains in a boundary matrix", new MaxwellGarnett(3) },
        { "belova-murch-2d", "square grains, columns in parallel (lower circuit)", new BelovaMurchColumns(2) },
        { "belova-murch-2d-rows", "square grains, rows in series (upper circuit)", new BelovaMurchRows(2) },
        { "belova-murch-3d-columns", "cube grains, columns in parallel (lower circuit)", new BelovaMurchColumns(3) },
        { "belova-murch-3d-rows", "cube grains, rows in series (upper circuit)", new BelovaMurchRows(3) },
        { "chen-schuh", "grains, boundaries and triple junctions, hierarchical effective medium", new ChenSchuh() },
        { "chen-schuh-arithmetic", "grains, boundaries and triple junctions in parallel", new ChenSchuhArithmetic() },
        { "bruggeman-2d", "symmetric effective medium, two dimensions", new Bruggeman(2) },
        { "bruggeman-3d", "symmetric effective medium, three dimensions", new Bruggeman(3) },
        { "bruggeman-hanai-3d", "differential effective medium, three dimensions", new BruggemanHanai() },
        { "thin-film", "randomly oriented thin films, first order", new ThinFilm() },
        { "hashin-shtrikman-lower-2d", "lower bound, isotropic in two dimensions", new HashinShtrikman(BoundSide.Lower, 2) },
        { "hashin-shtrikman-upper-2d", "upper bound, isotropic in two dimensions", new HashinShtrikman(BoundSide.Upper, 2) },
        { "hashin-shtrikman-lower-3d", "lower bound, isotropic in three dimensions", new HashinShtrikman(BoundSide.Lower, 3) },
        { "hashin-shtrikman-upper-3d", "upper bound, isotropic in three dimensions", new HashinShtrikman(BoundSide.Upper, 3) },
        { "wiener-lower", "lower bound of any two-phase mixture", new Wiener(BoundSide.Lower) },
        { "wiener-upper", "upper bound of any two-phase mixture", new Wiener(BoundSide.Upper) },
    };

    /// <summary>The name a model is registered under, or its type's name when it is not.</summary>
    /// <param name="model">The model.</param>
    public static string NameOf(IPolycrystalModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return All.FirstOrDefault(entry => ReferenceEquals(entry.Member, model))?.Name ?? model.GetType().Name;
    }
}
