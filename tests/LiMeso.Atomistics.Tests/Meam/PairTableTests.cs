using LiMeso.Atomistics.Meam;
using LiMeso.Atomistics.Meam.Kernel;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Tests.Meam;

/// <summary>The polynomials are the pair potential.</summary>
public class PairTableTests
{
    // Three times what the table holds itself to, at five points of each piece.
    // The slope of a polynomial of ninth degree on a third of an angstrom errs by up to 9² · 2/0.3 = 540 times what the polynomial does.
    [Theory]
    [InlineData("li-kim-2012", 16)]
    [InlineData("li-kim-2012-archived", 16)]
    [InlineData("li-kim-2012-rc4.5", 16)]
    public void Smooth_potentials_need_sixteen_pieces(string name, int pieces)
    {
        MeamParameters parameters = ((MeamPotential)InteratomicPotentials.All[name]).Parameters;
        Assert.Equal(pieces, Hold(parameters, 3e-13, 1.6e-10).Pieces);
    }

    // attrac and repuls differ: the third derivative jumps at the distances re/aⁿ.
    [Fact]
    public void Potentials_with_kinks_get_more()
    {
        MeamParameters parameters = MeamSystems.Lithium with { Attraction = 0.02, Repulsion = 0.09 };
        Assert.InRange(Hold(parameters, 1e-11, 1e-7).Pieces, 17, 4096);
    }

    // φ and its slope in units of the depth, eV and eV/Å
    private static PairTable Hold(MeamParameters parameters, double tolerance, double slopeTolerance)
    {
        var reference = new ReferenceEquations(parameters);
        var table = new PairTable(reference, parameters.Cutoff);
        var random = new Random(1);
        for (int n = 0; n < 4000; n++)
        {
            double r = parameters.Cutoff * (0.2 + 0.8 * random.NextDouble());
            Jet exact = reference.PairPotential(r);
            table.Evaluate(Lanes1.All(r), out Lanes1 value, out Lanes1 slope);
            double scale = Math.Max(0.1, Math.Abs(exact.Value));
            Assert.InRange(Lanes1.Sum(value) - exact.Value, -tolerance * scale, tolerance * scale);
            Assert.InRange(Lanes1.Sum(slope) - exact.Slope, -slopeTolerance * scale, slopeTolerance * scale);
        }

        return table;
    }
}
