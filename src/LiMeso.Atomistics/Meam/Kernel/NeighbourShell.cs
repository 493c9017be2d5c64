using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Meam.Kernel;

/// <summary>The neighbours that the atom at hand sees, packed: room for one atom's, which stays in the first cache.</summary>
internal sealed unsafe class NeighbourShell
{
    private const int Arrays = 16;
    private readonly PinnedBuffer<double> _numbers = new();
    private readonly PinnedBuffer<int> _indices = new();
    private int _room;

    /// <summary>Slot of each among those of the atom.</summary>
    public int* Slots => _indices.Start;

    /// <summary>Row of each.</summary>
    public int* Rows => _indices.Start + _room;

    /// <summary>S f_c.</summary>
    public double* S => Array(0);

    /// <summary>Direction to it.</summary>
    public double* X => Array(1);

    /// <inheritdoc cref="X"/>
    public double* Y => Array(2);

    /// <inheritdoc cref="X"/>
    public double* Z => Array(3);

    /// <summary>1/r.</summary>
    public double* PerR => Array(4);

    /// <summary>Weight of order 0.</summary>
    public double* W0 => Array(5);

    /// <summary>Weight of order 1.</summary>
    public double* W1 => Array(6);

    /// <summary>Weight of order 2.</summary>
    public double* W2 => Array(7);

    /// <summary>Weight of order 3.</summary>
    public double* W3 => Array(8);

    /// <summary>k2 B·u.</summary>
    public double* Bx => Array(9);

    /// <inheritdoc cref="Bx"/>
    public double* By => Array(10);

    /// <inheritdoc cref="Bx"/>
    public double* Bz => Array(11);

    /// <summary>k3 C:uu.</summary>
    public double* Cx => Array(12);

    /// <inheritdoc cref="Cx"/>
    public double* Cy => Array(13);

    /// <inheritdoc cref="Cx"/>
    public double* Cz => Array(14);

    /// <summary>∂F/∂(S f_c).</summary>
    public double* Sensitivity => Array(15);

    /// <summary>Room for so many, and for one width of lanes more.</summary>
    public void Reserve(int count)
    {
        // An odd number of cache lines: arrays a power of two apart would fall on each other in the cache.
        _room = ((count + Lanes.MostWidth) / Lanes.MostWidth | 1) * Lanes.MostWidth;
        _numbers.Reserve(Arrays * _room);
        _indices.Reserve(2 * _room);
    }

    private double* Array(int which) => _numbers.Start + which * _room;
}
