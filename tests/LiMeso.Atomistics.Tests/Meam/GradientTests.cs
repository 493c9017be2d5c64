using LiMeso.Atomistics.Meam;
using LiMeso.Atomistics.Meam.Kernel;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.Meam;

/// <summary>Forces and stress are the derivatives of the energy, on every reference structure and with every cutoff.</summary>
public class GradientTests
{
    // Fourth order: (f(−2h) − 8 f(−h) + 8 f(h) − f(2h))/12h; rounding 1e-15 of the energies that change, some 50 eV, over h leaves 1e-9.
    private const double Step = 1e-4, ForceTolerance = 1e-7, StrainStep = 1e-5, StressTolerance = 1e-6;

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
        var random = new Random(17);
        // Perfect crystals have shells of atoms exactly at edges of the screening, where the function is not smooth: they are displaced.
        if (ReferenceStructure.IsPerfect(name)) Displace(system, random);
        using var evaluator = Evaluator(potential);
        var at = new Interactions(system.Count);
        evaluator.Evaluate(system, at);
        double[] forces = [.. at.Forces];
        foreach (int c in Enumerable.Range(0, 30).Select(_ => random.Next(3 * system.Count)).Distinct())
        {
            double Energy(double h)
            {
                double x = system.Positions[c];
                system.Positions[c] = x + h;
                evaluator.Evaluate(system, at);
                system.Positions[c] = x;
                return at.Energy;
            }

            double slope = SmoothSlope(Energy, Step, 0.3 * ForceTolerance, $"{name} {potential} coordinate {c}", () =>
            {
                system.Positions[c] += 2e-3;
                evaluator.Evaluate(system, at);
                forces = [.. at.Forces];
            });
            Assert.InRange(Math.Abs(slope + forces[c]), 0, ForceTolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_virial_is_minus_the_derivative_of_the_energy_by_strain(string name, string potential, string ending)
    {
        AtomicSystem system = ReferenceStructure.Read(name, ending).System;
        if (ReferenceStructure.IsPerfect(name)) Displace(system, new Random(18));
        using var evaluator = Evaluator(potential);
        var at = new Interactions(system.Count);
        evaluator.Evaluate(system, at);
        double[] virial = at.Virial.ToArray();
        double tolerance = Math.Max(StressTolerance * virial.Max(Math.Abs), 1e-6);
        (int Row, int Column)[] components = [(0, 0), (1, 1), (2, 2), (0, 1), (0, 2), (1, 2)];
        var random = new Random(19);
        for (int n = 0; n < components.Length; n++)
        {
            (int row, int column) = components[n];
            double Energy(double strain)
            {
                evaluator.Evaluate(Strained(system, row, column, strain), at);
                return at.Energy;
            }

            double slope = SmoothSlope(Energy, StrainStep, 0.3 * tolerance, $"{name} {potential} strain {row}{column}", () =>
            {
                Displace(system, random);
                evaluator.Evaluate(system, at);
                virial = at.Virial.ToArray();
            });
            Assert.InRange(Math.Abs(slope + virial[n]), 0, tolerance);
        }
    }

    [Fact]
    public void The_reference_structures_hold_pairs_that_are_screened_in_part()
    {
        // A pair whose energy would be another without a third atom: the forces above hold the screening's derivatives to account.
        MeamParameters lithium = MeamSystems.Lithium;
        AtomicSystem three = ReferenceStructure.Read("trimer", "_rc4.8").System;
        double screened = PlainMeam.Energy(lithium, three), open = PlainMeam.Energy(lithium with { ScreeningMaximum = 2.001, ScreeningMinimum = 0 }, three);
        Assert.NotEqual(screened, open, 6);
    }

    // The derivative at 0. Where the stencil crosses r = rc or C = Cmin, at which the function's second derivative jumps, two steps do not agree: the point is displaced, and listed.
    private static double SmoothSlope(Func<double, double> energy, double step, double tolerance, string where, Action displace)
    {
        double Slope(double h) => (energy(-2 * h) - 8 * energy(-h) + 8 * energy(h) - energy(2 * h)) / (12 * h);
        for (int attempt = 0; attempt < 5; attempt++)
        {
            double slope = Slope(step), wider = Slope(2 * step);
            if (Math.Abs(slope - wider) <= tolerance) return slope;
            TestContext.Current.TestOutputHelper!.WriteLine($"{where}: displaced, stencils differ by {slope - wider:e1}");
            displace();
        }

        Assert.Fail($"{where}: nowhere smooth");
        return double.NaN;
    }

    private static MeamEvaluator Evaluator(string potential) => new(((MeamPotential)InteratomicPotentials.All[potential]).Parameters, new EvaluatorOptions());

    private static void Displace(AtomicSystem system, Random random)
    {
        for (int c = 0; c < system.Positions.Length; c++) system.Positions[c] += 0.02 * (random.NextDouble() - 0.5);
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
