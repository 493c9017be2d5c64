using System.Numerics;

namespace LiMeso.Atomistics.Simd;

/// <summary>Numbers of single precision side by side, twice as many as doubles in the same registers: for a first, generous choice that doubles make exact.</summary>
/// <typeparam name="TSelf">The numbers themselves.</typeparam>
internal unsafe interface ISingles<TSelf> : IAdditionOperators<TSelf, TSelf, TSelf>
    where TSelf : struct, ISingles<TSelf>
{
    /// <summary>How many there are: a power of two, at most <see cref="Lanes.MostSingles"/>.</summary>
    static abstract int Width { get; }

    /// <summary>The same number everywhere.</summary>
    static abstract TSelf All(float value);

    /// <summary>Reads from consecutive addresses.</summary>
    static abstract TSelf Load(float* source);

    /// <summary>a b + c.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>Copies those of a width of whole numbers where a sign is negative, each plus <paramref name="add"/>, one after the other. May write, without meaning, up to a whole width.</summary>
    /// <param name="sign">Which.</param>
    /// <param name="source">Whole numbers.</param>
    /// <param name="add">What is added to these.</param>
    /// <param name="target">Where they go.</param>
    /// <returns>How many there are.</returns>
    static abstract int CompressNegative(TSelf sign, int* source, int add, int* target);
}
