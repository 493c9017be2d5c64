using LiMeso.Atomistics.Minimisation;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Core;
using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace LiMeso.Atomistics.Properties;

/// <summary>A crystal at zero pressure and zero temperature.</summary>
/// <param name="Structure">Its structure.</param>
/// <param name="LatticeConstant">a, Å.</param>
/// <param name="AxialRatio">c/a; null for cubic structures.</param>
/// <param name="EnergyPerAtom">eV; minus the cohesive energy.</param>
public sealed record EquilibriumCrystal(CrystalStructure Structure, double LatticeConstant, double? AxialRatio, double EnergyPerAtom)
{
    // Distances of nearest neighbours that are looked through, Å: shorter than in any metal, and coarse and fine spacing of the search.
    private const double Closest = 1.5, Coarse = 0.05, Fine = 0.002;

    /// <summary>Finds the lattice constant of lowest energy, and for structures with an axis the axial ratio as well.</summary>
    /// <param name="potential">The potential.</param>
    /// <param name="structure">The structure.</param>
    /// <param name="options">How the potential is evaluated.</param>
    /// <returns>The crystal; its pressure is zero to rounding (cubic) or to 1e-3 bar.</returns>
    /// <remarks>
    /// The lowest minimum is found by looking, first coarsely and then finely, since a window in which a potential is switched off may add minima of its own;
    /// the pressure's zero is then found between the neighbours of the lowest point.
    /// </remarks>
    /// <exception cref="ConvergenceException">The crystal is not bound, or its pressure has no zero.</exception>
    public static EquilibriumCrystal Find(IInteratomicPotential potential, CrystalStructure structure, EvaluatorOptions options)
    {
        using var cell = new CrystalCell(potential, structure, options);
        double perNeighbour = 1 / structure.NearestNeighbour;
        double near = Lowest(cell, Closest * perNeighbour, potential.Reach * perNeighbour, Coarse * perNeighbour);
        double best = Lowest(cell, near - Coarse * perNeighbour, near + Coarse * perNeighbour, Fine * perNeighbour);
        double width = Fine * perNeighbour;
        double a;
        try
        {
            a = Brent.FindRoot(x => cell.Pressure(x), best - width, best + width, accuracy: 1e-12, maxIterations: 200);
        }
        catch (NonConvergenceException)
        {
            throw new ConvergenceException("search for the lattice constant (pressure in bar)", 200, cell.Pressure(best), 0);
        }

        return structure.IsCubic ? new EquilibriumCrystal(structure, a, null, cell.EnergyPerAtom(a)) : WithFreeAxis(cell, structure, a);
    }

    /// <summary>A block of the crystal.</summary>
    /// <param name="cells">How often the cell repeats along x, y, z.</param>
    /// <param name="mass">Mass of an atom, g/mol.</param>
    public AtomicSystem Build((int X, int Y, int Z) cells, double mass) => Structure.Build(LatticeConstant, cells, mass, AxialRatio);

    private static double Lowest(CrystalCell cell, double from, double to, double spacing)
    {
        int count = (int)Math.Ceiling((to - from) / spacing);
        return Enumerable.Range(0, count + 1).Select(k => from + k * spacing).MinBy(cell.EnergyPerAtom);
    }

    private static EquilibriumCrystal WithFreeAxis(CrystalCell cell, CrystalStructure structure, double a)
    {
        var landscape = new AxialLandscape(cell);
        double[] x = [a, a * structure.IdealAxialRatio!.Value];
        // 1e-9 eV/Å on a cell of some 80 Å³ with edges of 3 to 5 Å is below 1e-3 bar.
        MinimisationStep last = new ConjugateGradients().Minimise(landscape, x, new MinimiserOptions(Tolerance: 1e-9, MaxEvaluations: 2000));
        return new EquilibriumCrystal(structure, x[0], x[1] / x[0], last.Energy / structure.Sites.Count);
    }

    // Energy of the cell over a and c alone: the symmetry of the crystal is kept by construction.
    private sealed class AxialLandscape(CrystalCell cell) : IEnergyLandscape
    {
        public int Variables => 2;

        public double Residual { get; private set; }

        public double Evaluate(ReadOnlySpan<double> x, Span<double> forces)
        {
            Interactions found = cell.Evaluate(x[0], x[1] / x[0]);
            (forces[0], forces[1]) = ((found.Virial.Xx + found.Virial.Yy) / x[0], found.Virial.Zz / x[1]);
            Residual = Math.Max(Math.Abs(forces[0]), Math.Abs(forces[1]));
            return found.Energy;
        }
    }
}
