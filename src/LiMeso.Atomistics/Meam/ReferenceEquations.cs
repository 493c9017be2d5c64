namespace LiMeso.Atomistics.Meam;

/// <summary>What is known of the reference crystal at every spacing, and the pair potential that follows from it.</summary>
/// <remarks>
/// The energy of an atom of the reference crystal follows the universal equation of state E_u(R); R is the distance of first neighbours. It is also F(ρ̄(R)) + ½ Z1 φ(R) + ½ Z2 S φ(aR),
/// a the ratio of the distances and S the screening of second neighbours. With ψ(R) = (2/Z1) [E_u(R) − F(ρ̄(R))] this gives
/// φ(R) = Σ_n (−Z2 S/Z1)ⁿ ψ(aⁿ R): Lee &amp; Baskes, Phys. Rev. B 62 (2000) 8564.
/// </remarks>
internal sealed class ReferenceEquations
{
    // Below that density over the reference density an atom counts as alone.
    private const double NoDensity = 1e-14;

    private readonly MeamParameters _p;
    private readonly double _secondNeighbourScreening;

    public ReferenceEquations(MeamParameters parameters)
    {
        _p = parameters;
        double x = (_p.Lattice.ScreeningEllipse - _p.ScreeningMinimum) / (_p.ScreeningMaximum - _p.ScreeningMinimum);
        _secondNeighbourScreening = _p.SecondNeighbours ? Math.Pow(SmoothStep.Of(x), _p.Lattice.Screeners) : 0;
        ReferenceDensity = Density(_p.NeighbourDistance).Value;
    }

    /// <summary>Density of the reference crystal at its equilibrium, the unit in which the embedding energy takes densities.</summary>
    public double ReferenceDensity { get; }

    /// <summary>φ(r) in eV with its derivatives in r.</summary>
    /// <param name="r">Distance, Å; positive.</param>
    public Jet PairPotential(double r)
    {
        double ratio = -_p.Lattice.SecondNeighbours * _secondNeighbourScreening / _p.Lattice.FirstNeighbours;
        Jet sum = 0, factor = 1, distance = Jet.Variable(r);
        for (int n = 0; n <= (_secondNeighbourScreening > 0 ? _p.SeriesTerms : 0); n++)
        {
            sum += factor * Psi(distance);
            (factor, distance) = (ratio * factor, _p.Lattice.DistanceRatio * distance);
        }

        return sum;
    }

    private Jet Psi(Jet distance) => 2.0 / _p.Lattice.FirstNeighbours * (StateEquation(distance) - Embedding(Density(distance) / ReferenceDensity));

    // ρ(R) = Z1 ρa(R) + Z2 S ρa(aR), ρa(r) = ρ0 exp(−β0 (r/r_e − 1))
    private Jet Density(Jet distance) =>
        _p.Lattice.FirstNeighbours * AtomicDensity(distance) + _p.Lattice.SecondNeighbours * _secondNeighbourScreening * AtomicDensity(_p.Lattice.DistanceRatio * distance);

    private Jet AtomicDensity(Jet distance) => _p.DensityScale * Jet.Exp(-_p.Decay.B0 * (distance / _p.NeighbourDistance - 1));

    // F(ρ̄) = A E_c ρ̄ ln ρ̄
    private Jet Embedding(Jet density) => density.Value < NoDensity ? 0 : _p.EmbeddingStrength * _p.CohesiveEnergy * density * Jet.Log(density);

    // E_u(R) = −E_c (1 + a* + cubic term) e^(−a*), a* = α (R/r_e − 1): Rose, Smith, Guinea & Ferrante, Phys. Rev. B 29 (1984) 2963
    private Jet StateEquation(Jet distance)
    {
        Jet x = distance / _p.NeighbourDistance, a = _p.Alpha * (x - 1), cube = a * a * a;
        double d = a.Value >= 0 ? _p.Attraction : _p.Repulsion;
        Jet cubic = _p.RoseForm switch
        {
            1 => (_p.Repulsion / distance - _p.Attraction) * cube,
            2 => d * cube,
            _ => d * cube / x,
        };
        return -_p.CohesiveEnergy * (1 + a + cubic) * Jet.Exp(-a);
    }
}
