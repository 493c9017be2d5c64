using LiMeso.Core.Registries;
using LiMeso.Transport.Fractions;
using LiMeso.Transport.Models;

namespace LiMeso.Transport.Tests.Models;

public class ModelGuardTests
{
    private static readonly PolycrystalInput _lithium = new() { DBulk = 2.06e-15, DBoundary = 5.27e-11, Width = 1.2e-9, GrainSize = 1e-6 };

    [Fact]
    public void Every_model_states_formula_source_validity_and_a_registered_fraction() =>
        Assert.All(PolycrystalModels.All, entry =>
        {
            Assert.All([entry.Summary, entry.Member.Formula, entry.Member.Source, entry.Member.Validity], text => Assert.False(string.IsNullOrWhiteSpace(text)));
            Assert.True(BoundaryFractions.All.Contains(entry.Member.DefaultFraction));
            Assert.Equal(entry.Name, PolycrystalModels.NameOf(entry.Member));
        });

    [Fact]
    public void Every_fraction_states_formula_source_and_validity() =>
        Assert.All(BoundaryFractions.All, entry =>
        {
            Assert.All([entry.Summary, entry.Member.Formula, entry.Member.Source, entry.Member.Validity], text => Assert.False(string.IsNullOrWhiteSpace(text)));
            Assert.Equal(entry.Name, BoundaryFractions.NameOf(entry.Member));
        });

    [Theory]
    [InlineData("maxwell-garnett-3d")]
    [InlineData("belova-murch-2d")]
    [InlineData("chen-schuh")]
    [InlineData("thin-film")]
    public void A_source_that_could_not_be_read_is_said_to_be_unverified(string model)
    {
        Assert.Contains("could not be consulted", PolycrystalModels.All[model].Source, StringComparison.Ordinal);
        Assert.Contains("not verified", PolycrystalModels.All[model].Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_model_is_answered_with_the_nearest_name() =>
        Assert.Contains("Did you mean 'maxwell-garnett-2d'?", Assert.Throws<UnknownNameException>(() => PolycrystalModels.All["maxwel-garnet-2d"]).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("chen-schuh")]
    [InlineData("bruggeman-3d")]
    [InlineData("hashin-shtrikman-upper-2d")]
    [InlineData("belova-murch-2d")]
    public void A_model_without_a_segregated_form_refuses_segregation_and_names_those_that_have_one(string model)
    {
        PolycrystalInput input = _lithium with { Segregation = 2, DTripleJunction = 1e-9 };
        string message = Assert.Throws<ModelNotApplicableException>(() => PolycrystalModels.All[model].EffectiveDiffusivity(input)).Message;
        Assert.Contains($"'{model}' has no segregated form, but the segregation factor is 2", message, StringComparison.Ordinal);
        Assert.Contains("hart, maxwell-garnett-1d", message, StringComparison.Ordinal);
        Assert.Equal([message], PolycrystalModels.All[model].CheckValidity(input));
    }

    [Fact]
    public void Voronoi_fractions_are_refused_beyond_three_tenths_and_named_in_the_message()
    {
        PolycrystalInput tiny = _lithium with { GrainSize = 3e-9, DTripleJunction = 1e-9 };
        string message = Assert.Throws<ModelNotApplicableException>(() => PolycrystalModels.All["chen-schuh"].EffectiveDiffusivity(tiny)).Message;
        Assert.StartsWith("boundary width / grain size = 0.4, but the 'voronoi' boundary fraction holds for 0 to 0.3 only", message, StringComparison.Ordinal);
        Assert.Throws<ModelNotApplicableException>(() => BoundaryFractions.All["voronoi"].At(0.31));
        Assert.Equal([message], PolycrystalModels.All["chen-schuh"].CheckValidity(tiny));
    }

    [Theory]
    [InlineData("slab")]
    [InlineData("regular-polygon")]
    [InlineData("polyhedron")]
    public void Grains_thinner_than_their_boundary_are_refused(string fraction) =>
        Assert.All([1.0001, double.NaN, -1e-9], x => Assert.Throws<ModelNotApplicableException>(() => BoundaryFractions.All[fraction].At(x)));

    [Fact]
    public void A_triple_junction_model_without_its_diffusivity_says_what_is_usual() =>
        Assert.Contains("usually 100 times", Assert.Throws<ModelNotApplicableException>(() => PolycrystalModels.All["chen-schuh"].EffectiveDiffusivity(_lithium)).Message, StringComparison.Ordinal);

    [Fact]
    public void Impossible_inputs_are_refused_in_the_words_of_the_field()
    {
        Assert.Contains("bulk diffusivity must be finite and positive, not 0", Assert.Throws<ArgumentOutOfRangeException>(() => _lithium with { DBulk = 0 }).Message, StringComparison.Ordinal);
        Assert.Contains("grain-boundary diffusivity", Assert.Throws<ArgumentOutOfRangeException>(() => _lithium with { DBoundary = double.NaN }).Message, StringComparison.Ordinal);
        Assert.Contains("triple-junction diffusivity", Assert.Throws<ArgumentOutOfRangeException>(() => _lithium with { DTripleJunction = -1 }).Message, StringComparison.Ordinal);
        Assert.Contains("grain-boundary width", Assert.Throws<ArgumentOutOfRangeException>(() => _lithium with { Width = -1e-9 }).Message, StringComparison.Ordinal);
        Assert.Contains("grain size", Assert.Throws<ArgumentOutOfRangeException>(() => _lithium with { GrainSize = double.PositiveInfinity }).Message, StringComparison.Ordinal);
        Assert.Contains("segregation factor", Assert.Throws<ArgumentOutOfRangeException>(() => _lithium with { Segregation = 0 }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_tells_model_fraction_and_volume_fractions()
    {
        PolycrystalResult result = PolycrystalModels.All["chen-schuh"].Evaluate(_lithium with { DTripleJunction = 5.27e-9 });
        Assert.Equal(("chen-schuh", "voronoi"), (result.Model, result.FractionName));
        Assert.InRange(result.Fractions.TripleJunction, 3.6e-6, 3.7e-6);
        Assert.Empty(result.Warnings);

        PolycrystalResult other = PolycrystalModels.All["hart"].Evaluate(_lithium, BoundaryFractions.All["polyhedron"]);
        Assert.Equal("polyhedron", other.FractionName);
        Assert.InRange(other.Fractions.Interface, 3.59e-3, 3.6e-3);
    }

    [Theory]
    [InlineData("bruggeman-3d", 1e3, "below this model's percolation threshold 1/3")]
    [InlineData("bruggeman-hanai-3d", 1e3, "grains of all sizes")]
    [InlineData("belova-murch-2d", 1e-3, "below the Hashin-Shtrikman lower bound")]
    [InlineData("belova-murch-2d-rows", 1e3, "above the Hashin-Shtrikman upper bound")]
    [InlineData("thin-film", 1e-3, "leaves out that they block")]
    public void A_model_warns_where_its_picture_does_not_fit(string model, double contrast, string warning)
    {
        PolycrystalInput input = _lithium with { DBoundary = contrast * _lithium.DBulk };
        Assert.Contains(warning, Assert.Single(PolycrystalModels.All[model].CheckValidity(input)), StringComparison.Ordinal);
        Assert.Equal(PolycrystalModels.All[model].CheckValidity(input), PolycrystalModels.All[model].Evaluate(input).Warnings);
        Assert.Empty(PolycrystalModels.All[model].CheckValidity(_lithium with { DBoundary = _lithium.DBulk }));
    }

    [Fact]
    public void Thin_film_and_Chen_Schuh_warn_of_thick_films_missing_and_slow_junctions()
    {
        Assert.Contains("first order", Assert.Single(PolycrystalModels.All["thin-film"].CheckValidity(_lithium with { GrainSize = 20e-9 })), StringComparison.Ordinal);
        IPolycrystalModel chenSchuh = PolycrystalModels.All["chen-schuh"];
        PolycrystalInput slow = _lithium with { DTripleJunction = 1e-12 };
        Assert.Contains("slower than the boundaries", Assert.Single(chenSchuh.CheckValidity(slow)), StringComparison.Ordinal);
        Assert.Contains("no triple junctions", Assert.Single(chenSchuh.CheckValidity(slow, BoundaryFractions.All["slab"])), StringComparison.Ordinal);
    }

    // The claim behind the two circuits' warnings.
    [Fact]
    public void The_circuits_really_cross_the_Hashin_Shtrikman_bounds_they_warn_of()
    {
        PolycrystalInput slow = _lithium with { DBoundary = 1e-3 * _lithium.DBulk };
        Assert.True(PolycrystalModels.All["belova-murch-2d"].EffectiveDiffusivity(slow) < PolycrystalModels.All["hashin-shtrikman-lower-2d"].EffectiveDiffusivity(slow));
        Assert.True(PolycrystalModels.All["belova-murch-2d-rows"].EffectiveDiffusivity(_lithium) > PolycrystalModels.All["hashin-shtrikman-upper-2d"].EffectiveDiffusivity(_lithium));
    }
}
