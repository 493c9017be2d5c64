using LiMeso.Atomistics.Meam;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.Meam;

/// <summary>Forces and stress are the derivatives of the energy, on every reference structure and with every cutoff.</summary>
public class GradientTests
{
    // Å and eV/Å; and relative to the largest component of the virial. Rounding of a derivative, some 1e-15 eV √N over the step, is a hundredth of them.
    private const double Step = 1e-4, ForceTolerance = 1e-7, StrainStep = 1e-5, StressTolerance = 1e-6;

    private const int Coordinates = 30;

    private static readonly (int Row, int Column)[] _components = [(0, 0), (1, 1), (2, 2), (0, 1), (0, 2), (1, 2)];

    // The points at which the function is not smooth: quantity, structure, potential, component, edges.
    private static readonly string[] _displaced = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reference", "displaced.csv")).Skip(1)];

    public static TheoryData<string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string>();
        foreach (string name in ReferenceStructure.Names)
            foreach ((string potential, string ending) in ReferenceStructure.Cutoffs)
                data.Add(name, potential, ending);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Forces_are_minus_the_gradient_of_the_energy(string name, string potential, string ending)
    {
        AtomicSystem system = ReferenceStructure.Read(name, ending).System;
        using var slope = new EnergySlope(Parameters(potential));
        double[] forces = slope.Evaluate(system).Forces;
        var displaced = new List<string>();
        foreach (int c in Drawn(system))
        {
            double? found;
            while ((found = slope.At(h => Moved(system, c, h), Step, 0.3 * ForceTolerance, out string edges)) is null)
            {
                displaced.Add($"force,{name},{potential},{c},{edges}");
                system.Positions[c] += 2e-3;
                forces = slope.Evaluate(system).Forces;
            }

            Assert.InRange(Math.Abs(found.Value + forces[c]), 0, ForceTolerance);
        }

        AssertListed($"force,{name},{potential},", displaced);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_virial_is_minus_the_derivative_of_the_energy_by_strain(string name, string potential, string ending)
    {
        AtomicSystem system = ReferenceStructure.Read(name, ending).System;
        using var slope = new EnergySlope(Parameters(potential));
        double[] virial = slope.Evaluate(system).Virial.ToArray();
        double tolerance = StressTolerance * virial.Max(Math.Abs);
        var random = new Random(19);
        var displaced = new List<string>();
        for (int n = 0; n < _components.Length; n++)
        {
            (int row, int column) = _components[n];
            double? found;
            while ((found = slope.At(h => Strained(system, row, column, h), StrainStep, 0.3 * tolerance, out string edges)) is null)
            {
                displaced.Add($"stress,{name},{potential},{"xyz"[row]}{"xyz"[column]},{edges}");
                for (int c = 0; c < system.Positions.Length; c++) system.Positions[c] += 0.02 * (random.NextDouble() - 0.5);
                virial = slope.Evaluate(system).Virial.ToArray();
            }

            Assert.InRange(Math.Abs(found.Value + virial[n]), 0, tolerance);
        }

        AssertListed($"stress,{name},{potential},", displaced);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Atoms_whose_pairs_are_screened_in_part_are_among_them(string name, string potential, string ending)
    {
        AtomicSystem system = ReferenceStructure.Read(name, ending).System;
        HashSet<int> screened = PlainMeam.PartlyScreened(Parameters(potential), system);
        // all but three atoms as far from each other
        Assert.InRange(Drawn(system).Count(c => screened.Contains(c / 3)), name == "trimer" ? 0 : 20, name == "trimer" ? 0 : Coordinates);
    }

    // A third atom on the ellipses of C = 0.3 to 2 around a pair, a little off their middle.
    [Theory]
    [InlineData(0.3, 0.01, 0.1)]
    [InlineData(0.7, 0.2, 0.4)]
    [InlineData(1.2, 0.6, 0.8)]
    [InlineData(2.0, 0.95, 0.99)]
    public void Forces_on_a_pair_and_on_what_screens_it_are_minus_the_gradient_of_the_energy(double ellipse, double leastScreening, double mostScreening)
    {
        const double Distance = 4;
        SimulationBox open = SimulationBox.Orthogonal(50, 50, 50) with { Periodic = (false, false, false) };
        var system = new AtomicSystem(open, [0, 0, 0, Distance, 0, 0, 0.55 * Distance, 0.3, 0.5 * Distance * Math.Sqrt(ellipse)], MeamSystems.Lithium.Mass);
        foreach ((string potential, _) in ReferenceStructure.Cutoffs)
        {
            MeamParameters p = Parameters(potential);
            Assert.InRange(PlainMeam.Screening(p, system.Position(1) - system.Position(0), system.Position(2) - system.Position(0)), leastScreening, mostScreening);
            using var slope = new EnergySlope(p);
            double[] forces = slope.Evaluate(system).Forces;
            for (int c = 0; c < forces.Length; c++)
            {
                int coordinate = c;
                double found = Assert.NotNull(slope.At(h => Moved(system, coordinate, h), Step, 0.3 * ForceTolerance, out _));
                Assert.InRange(Math.Abs(found + forces[c]), 0, ForceTolerance);
            }
        }
    }

    private static void AssertListed(string start, List<string> displaced) =>
        Assert.Equal(_displaced.Where(line => line.StartsWith(start, StringComparison.Ordinal)), displaced);

    private static MeamParameters Parameters(string potential) => ((MeamPotential)InteratomicPotentials.All[potential]).Parameters;

    private static int[] Drawn(AtomicSystem system)
    {
        var random = new Random(17);
        return [.. Enumerable.Range(0, Coordinates).Select(_ => random.Next(3 * system.Count)).Distinct()];
    }

    private static AtomicSystem Moved(AtomicSystem system, int coordinate, double by)
    {
        AtomicSystem moved = MeamSystems.Copy(system);
        moved.Positions[coordinate] += by;
        return moved;
    }

    // x_row += strain x_column: upper triangular, so that the box keeps its form.
    private static AtomicSystem Strained(AtomicSystem system, int row, int column, double strain)
    {
        double[] positions = [.. system.Positions];
        for (int i = 0; i < system.Count; i++) positions[3 * i + row] += strain * positions[3 * i + column];
        SimulationBox b = system.Box;
        Vector3 Edge(Vector3 e)
        {
            double[] v = [e.X, e.Y, e.Z];
            v[row] += strain * v[column];
            return new(v[0], v[1], v[2]);
        }

        (Vector3 x, Vector3 y, Vector3 z) = (Edge(b.A), Edge(b.B), Edge(b.C));
        return new AtomicSystem(b with { Origin = Edge(b.Origin), Lengths = new(x.X, y.Y, z.Z), Xy = y.X, Xz = z.X, Yz = z.Y }, positions, system.Mass);
    }
}
