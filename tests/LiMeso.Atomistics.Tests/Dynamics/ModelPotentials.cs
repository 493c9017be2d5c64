using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.Dynamics;

/// <summary>Atoms that do not see each other.</summary>
internal sealed class IdealGas : IForceEvaluator
{
    public void Evaluate(AtomicSystem system, Interactions result)
    {
    }

    public NeighbourListOrigin? CaptureLists() => new(SimulationBox.Orthogonal(1, 1, 1), []);

    public void RestoreLists(NeighbourListOrigin origin)
    {
    }

    public void Dispose()
    {
    }
}

/// <summary>Each atom on a spring of its own: ½ k |r − site|².</summary>
internal sealed class EinsteinCrystal(double[] sites, double stiffness) : IForceEvaluator
{
    public void Evaluate(AtomicSystem system, Interactions result)
    {
        double energy = 0;
        for (int i = 0; i < sites.Length; i++)
        {
            double u = system.Positions[i] - sites[i];
            energy += 0.5 * stiffness * u * u;
            result.Forces[i] = -stiffness * u;
        }

        result.Energy = energy;
    }

    public NeighbourListOrigin? CaptureLists() => new(SimulationBox.Orthogonal(1, 1, 1), new double[sites.Length]);

    public void RestoreLists(NeighbourListOrigin origin)
    {
    }

    public void Dispose()
    {
    }
}

/// <summary>
/// Argon: 4ε[(σ/r)¹² − (σ/r)⁶] (1 − r²/c²)³, smooth at its end. The list holds each atom's partners in the order of their distance when it was made, so that the last bits
/// of a sum tell when that was.
/// </summary>
internal sealed class LennardJones(double skin = 0.5) : IForceEvaluator
{
    private const double Depth = 0.0104, Diameter = 3.4, Cutoff = 7.0;
    private NeighbourListOrigin? _origin;
    private int[][] _partners = [];

    public int ListsMade { get; private set; }

    public static AtomicSystem Crystal(int cells = 3, double edge = 5.3)
    {
        double[] corner = [0, 0, 0, 0, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 0];
        var positions = new List<double>();
        for (int cell = 0; cell < cells * cells * cells; cell++)
        {
            for (int k = 0; k < 12; k += 3)
            {
                positions.Add(edge * (cell % cells + corner[k]));
                positions.Add(edge * (cell / cells % cells + corner[k + 1]));
                positions.Add(edge * (cell / cells / cells + corner[k + 2]));
            }
        }

        return new AtomicSystem(SimulationBox.Orthogonal(cells * edge, cells * edge, cells * edge), [.. positions], 39.948);
    }

    public void Evaluate(AtomicSystem system, Interactions result)
    {
        if (_origin is null || HasMoved(system)) Make(new NeighbourListOrigin(system.Box, [.. system.Positions]));
        Array.Clear(result.Forces);
        Array.Clear(result.AtomEnergies);
        double energy = 0;
        var virial = default(SymmetricTensor);
        Vector3 box = system.Box.Lengths;
        ReadOnlySpan<double> r = system.Positions;
        double[] f = result.Forces;
        for (int i = 0; i < system.Count; i++)
        {
            foreach (int j in _partners[i])
            {
                Vector3 d = Nearest(r, i, j, box);
                double square = Vector3.Dot(d, d);
                if (square >= Cutoff * Cutoff) continue;
                double s6 = Math.Pow(Diameter * Diameter / square, 3), x = 1 - square / (Cutoff * Cutoff), pair = 4 * Depth * (s6 * s6 - s6);
                double derivative = -12 * Depth * (2 * s6 * s6 - s6) / square * x * x * x - pair * 3 * x * x / (Cutoff * Cutoff);    // dE/d(r²)
                pair *= x * x * x;
                energy += pair;
                result.AtomEnergies[i] += 0.5 * pair;
                result.AtomEnergies[j] += 0.5 * pair;
                Vector3 force = 2 * derivative * d;                                                                                   // on i, d from i to j
                f[3 * i] += force.X;
                f[3 * i + 1] += force.Y;
                f[3 * i + 2] += force.Z;
                f[3 * j] -= force.X;
                f[3 * j + 1] -= force.Y;
                f[3 * j + 2] -= force.Z;
                virial += new SymmetricTensor(-d.X * force.X, -d.Y * force.Y, -d.Z * force.Z, -d.X * force.Y, -d.X * force.Z, -d.Y * force.Z);
            }
        }

        result.Energy = energy;
        result.Virial = virial;
    }

    public NeighbourListOrigin? CaptureLists() => _origin;

    public void RestoreLists(NeighbourListOrigin origin) => Make(origin);

    public void Dispose()
    {
    }

    private void Make(NeighbourListOrigin origin)
    {
        ListsMade++;
        _origin = origin;
        int n = origin.Positions.Length / 3;
        double reach = Cutoff + skin;
        _partners = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(i + 1, n - i - 1)
            .Select(j => (j, d: Nearest(origin.Positions, i, j, origin.Box.Lengths).Length)).Where(p => p.d < reach).OrderBy(p => p.d).Select(p => p.j).ToArray())];
    }

    private bool HasMoved(AtomicSystem system)
    {
        double[] old = _origin!.Positions;
        double scale = system.Box.Lengths.X / _origin.Box.Lengths.X, margin = 0.5 * skin - Math.Abs(scale - 1) * Cutoff;
        for (int i = 0; i < old.Length; i += 3)
        {
            double dx = system.Positions[i] - scale * old[i], dy = system.Positions[i + 1] - scale * old[i + 1], dz = system.Positions[i + 2] - scale * old[i + 2];
            if (dx * dx + dy * dy + dz * dz > margin * margin) return true;
        }

        return false;
    }

    private static Vector3 Nearest(ReadOnlySpan<double> r, int i, int j, Vector3 box)
    {
        double x = r[3 * j] - r[3 * i], y = r[3 * j + 1] - r[3 * i + 1], z = r[3 * j + 2] - r[3 * i + 2];
        return new Vector3(x - box.X * Math.Round(x / box.X), y - box.Y * Math.Round(y / box.Y), z - box.Z * Math.Round(z / box.Z));
    }
}
