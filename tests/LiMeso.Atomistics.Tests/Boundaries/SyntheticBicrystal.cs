using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Tests.Boundaries;

/// <summary>
/// A crystal of 1400 atoms, 98 Å long, in which atoms walk at random within two slabs that may move, while all vibrate and both grains ring. Steps are those of Brownian motion: exact at any interval
/// along the boundary, and across it as long as a step is short against the width.
/// </summary>
internal sealed class SyntheticBicrystal(ulong seed)
{
    public const double Length = 98, FrameInterval = 1;
    private const double LatticeConstant = 3.5;
    private readonly AtomicSystem _lattice = CrystalStructures.BodyCentredCubic.Build(LatticeConstant, (5, 28, 5), 6.94);
    private double[]? _walked;
    private ulong _frame;

    /// <summary>Å²/ps along x, y, z within the boundaries.</summary>
    public (double X, double Y, double Z) Diffusivity { get; init; }

    /// <summary>Diffusivity in the second boundary over that in the first.</summary>
    public double SecondOverFirst { get; init; } = 1;

    /// <summary>Å, at a quarter of the height.</summary>
    public double Width { get; init; } = 14;

    /// <summary>Parts of the cell that both boundaries move in a frame.</summary>
    public double Migration { get; init; }

    /// <summary>Å.</summary>
    public double Ringing { get; init; }

    /// <summary>Standard deviation along each direction, Å.</summary>
    public double Vibration { get; init; } = 0.3;

    public double[] Lattice => _lattice.Positions;

    public int Count => _lattice.Count;

    /// <summary>Where the boundaries are in the frame that comes next.</summary>
    public BoundaryPair Regions => new(new(0.02 + Migration * _frame, Width), new(0.52 + Migration * _frame, Width));

    /// <summary>The next frame.</summary>
    public AtomicSystem Next()
    {
        _walked ??= [.. _lattice.Positions];
        if (_frame > 0) Walk();
        double[] now = [.. _walked];
        for (int atom = 0; atom < Count; atom++)
        {
            (double x, double y, double z) = CounterRandom.Normal(seed + 1, _frame, (ulong)atom);
            double swing = Ringing * Math.Sin(0.47 * _frame) * Math.Sin(2 * Math.PI * Lattice[3 * atom + 1] / Length);
            (now[3 * atom], now[3 * atom + 1], now[3 * atom + 2]) = (now[3 * atom] + swing + Vibration * x, now[3 * atom + 1] + Vibration * y, now[3 * atom + 2] - 0.5 * swing + Vibration * z);
        }

        _frame++;
        return new AtomicSystem(_lattice.Box, now, _lattice.Mass);
    }

    /// <summary>Energies with a Gaussian peak at each boundary and thermal noise, eV.</summary>
    public double[] Energies(AtomicSystem frame, double height, double noise, BoundaryPair regions, double? second = null)
    {
        double[] energies = new double[Count];
        for (int atom = 0; atom < Count; atom++)
        {
            double along = frame.Box.ToFraction(frame.Position(atom)).Y;
            var fit = new BoundaryFit(
                BoundaryPeak.OfWidth(regions.First.Centre, height, regions.First.Width), BoundaryPeak.OfWidth(regions.Second.Centre, second ?? height, regions.Second.Width), -1.61, TrackingFailure.None);
            energies[atom] = fit.At(along, Length) + noise * CounterRandom.Normal(seed + 2, _frame, (ulong)atom).X;
        }

        return energies;
    }

    // Twenty steps a frame: an atom stops where it leaves a boundary, within a twentieth of a frame.
    private void Walk()
    {
        const int Steps = 20;
        for (int atom = 0; atom < Count; atom++)
        {
            for (int step = 0; step < Steps; step++)
            {
                double along = _walked![3 * atom + 1] / Length;
                BoundaryPair there = new(new(0.02 + Migration * (_frame - 1 + (double)step / Steps), Width), new(0.52 + Migration * (_frame - 1 + (double)step / Steps), Width));
                if (!there.First.Contains(along, Length) && !there.Second.Contains(along, Length)) continue;
                (double x, double y, double z) = CounterRandom.Normal(seed, _frame * Steps + (ulong)step, (ulong)atom);
                double time = 2 * FrameInterval / Steps * (there.First.Contains(along, Length) ? 1 : SecondOverFirst);
                _walked[3 * atom] += Math.Sqrt(Diffusivity.X * time) * x;
                _walked[3 * atom + 1] += Math.Sqrt(Diffusivity.Y * time) * y;
                _walked[3 * atom + 2] += Math.Sqrt(Diffusivity.Z * time) * z;
            }
        }
    }
}
