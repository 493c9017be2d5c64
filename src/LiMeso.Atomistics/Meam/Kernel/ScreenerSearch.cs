using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Meam.Kernel;

/// <summary>What one atom's screening needs only while it is worked out: the next atom of the thread takes the same memory, which so stays in the first cache.</summary>
internal sealed unsafe class ScreenerSearch
{
    // x, y, z, r², 1/r², scaled x, y, z; and two for zeros to both sides of a large number
    private const int SingleArrays = 10;
    private readonly PinnedBuffer<float> _singles = new();
    private readonly PinnedBuffer<int> _slotNumbers = new();
    private readonly PinnedBuffer<double> _screening = new();
    private int _stride;

    /// <summary>By slot, in single precision: vector to it.</summary>
    public float* X => _singles.Start;

    /// <inheritdoc cref="X"/>
    public float* Y => _singles.Start + _stride;

    /// <inheritdoc cref="X"/>
    public float* Z => _singles.Start + 2 * _stride;

    /// <summary>By slot, in single precision: r².</summary>
    public float* Squares => _singles.Start + 3 * _stride;

    /// <summary>By slot, in single precision: 1/r².</summary>
    public float* Inverses => _singles.Start + 4 * _stride;

    /// <summary>By slot, in single precision: the vector to it over r², scaled to the ellipse.</summary>
    public float* ScaledX => _singles.Start + 5 * _stride;

    /// <inheritdoc cref="ScaledX"/>
    public float* ScaledY => _singles.Start + 6 * _stride;

    /// <inheritdoc cref="ScaledX"/>
    public float* ScaledZ => _singles.Start + 7 * _stride;

    /// <summary>A large number at 0, zeros a stride to both sides.</summary>
    public float* NotItself => _singles.Start + 9 * _stride;

    /// <summary>By slot: <see cref="Surroundings.SlotUnit"/> times its number.</summary>
    public int* SlotNumbers => _slotNumbers.Start;

    /// <summary>By triple: S_ikj.</summary>
    public double* Screening => _screening.Start;

    /// <summary>Room for an atom with so many slots.</summary>
    public void Reserve(int slots)
    {
        int stride = Surroundings.StrideOf(slots);
        if (stride == _stride) return;
        _stride = stride;
        _screening.Reserve(Surroundings.TriplesOf(stride));
        _slotNumbers.Reserve(stride);
        for (int s = 0; s < stride; s++) SlotNumbers[s] = Surroundings.SlotUnit * s;
        _singles.Reserve(SingleArrays * stride);
        _singles.Span(SingleArrays * stride).Clear();
        NotItself[0] = 1e30f;
    }
}
