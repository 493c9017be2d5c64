using System.Numerics;

namespace LiMeso.Atomistics.Simd;

/// <summary>
/// A handful of doubles that go through a kernel side by side. A kernel is written once, generic in its lanes, and runs eight wide (AVX-512), four wide (AVX2) or one wide (anywhere):
/// the just-in-time compiler makes separate code of each.
/// </summary>
/// <typeparam name="TSelf">The lanes themselves.</typeparam>
/// <remarks>
/// Rows are four doubles an atom, 32-byte aligned: x, y, z and one more.
/// </remarks>
internal unsafe interface ILanes<TSelf> : IAdditionOperators<TSelf, TSelf, TSelf>, ISubtractionOperators<TSelf, TSelf, TSelf>, IMultiplyOperators<TSelf, TSelf, TSelf>,
    IDivisionOperators<TSelf, TSelf, TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>How many lanes there are: a power of two, at most <see cref="Lanes.MostWidth"/>.</summary>
    static abstract int Width { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf All(double value);

    /// <summary>Reads from consecutive addresses.</summary>
    static abstract TSelf Load(double* source);

    /// <summary>Writes to consecutive addresses.</summary>
    static abstract void Store(TSelf value, double* target);

    /// <summary>Writes the lanes whose bit is set, one after the other. May write, without meaning, up to a whole width.</summary>
    static abstract void Compress(TSelf value, uint bits, double* target);

    /// <summary>Copies those of a width of whole numbers whose bit is set, each plus <paramref name="add"/>, one after the other. May write, without meaning, up to a whole width.</summary>
    static abstract void CompressWhole(int* source, int add, uint bits, int* target);

    /// <summary>Writes to consecutive addresses in single precision.</summary>
    static abstract void StoreSingles(TSelf value, float* target);

    /// <summary>Reads whole numbers of some bits for <see cref="Lookup"/>, as which alone they have a meaning.</summary>
    /// <param name="source">One 32-bit word a lane.</param>
    /// <param name="shift">By how many bits the numbers are shifted to the left.</param>
    /// <param name="bits">How many bits count then.</param>
    static abstract TSelf LoadIndex(int* source, int shift, int bits);

    /// <summary>Looks up one number a lane.</summary>
    /// <param name="table">Numbers in groups of a width; room for four groups of the widest is needed.</param>
    /// <param name="groups">How many groups count.</param>
    /// <param name="index">What <see cref="LoadIndex"/> read.</param>
    static abstract TSelf Lookup(double* table, int groups, TSelf index);

    /// <summary>Reads consecutive numbers into the lanes whose bit is set; the others are zero. May read, without meaning, up to a whole width.</summary>
    static abstract TSelf Expand(double* source, uint bits);

    /// <summary>a b + c with one rounding where the processor can.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>c − a b with one rounding where the processor can.</summary>
    static abstract TSelf NegateMultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>1/x for positive normal numbers, within two units in the last place.</summary>
    static abstract TSelf Reciprocal(TSelf value);

    /// <summary>1/√x for positive normal numbers, within two units in the last place.</summary>
    static abstract TSelf ReciprocalSqrt(TSelf value);

    /// <summary>2 to the power of a whole number between −1022 and 1023.</summary>
    static abstract TSelf TwoToThe(TSelf power);

    /// <summary>The larger; none of the two may be NaN.</summary>
    static abstract TSelf Max(TSelf a, TSelf b);

    /// <summary>The smaller; none of the two may be NaN.</summary>
    static abstract TSelf Min(TSelf a, TSelf b);

    /// <summary>Bits, lane 0 lowest, of the lanes whose sign is negative.</summary>
    static abstract uint Negative(TSelf value);

    /// <summary>The sum of the lanes, in an order that depends on the width alone.</summary>
    static abstract double Sum(TSelf value);

    /// <summary>The least of the lanes.</summary>
    static abstract double Least(TSelf value);

    /// <summary>The greatest of the lanes.</summary>
    static abstract double Greatest(TSelf value);

    /// <summary>Copies one row a lane, less a vector in its first three places, to consecutive rows.</summary>
    /// <param name="rows">Row 0.</param>
    /// <param name="index">Row of each lane.</param>
    /// <param name="origin">The vector.</param>
    /// <param name="target">First row to write.</param>
    /// <param name="x">First elements of what was written.</param>
    /// <param name="y">Second elements.</param>
    /// <param name="z">Third elements.</param>
    static abstract void CopyRows(double* rows, int* index, double* origin, double* target, out TSelf x, out TSelf y, out TSelf z);

    /// <summary>Writes consecutive rows.</summary>
    /// <param name="target">First row to write.</param>
    /// <param name="x">Their first elements.</param>
    /// <param name="y">Their second elements.</param>
    /// <param name="z">Their third elements.</param>
    /// <param name="w">Their fourth elements.</param>
    static abstract void StoreRows(double* target, TSelf x, TSelf y, TSelf z, TSelf w);

    /// <summary>Picks one number a lane.</summary>
    /// <param name="table">Numbers in groups of <see cref="Lanes.MostWidth"/>.</param>
    /// <param name="groups">How many groups.</param>
    /// <param name="index">Which, a whole number, in each lane.</param>
    static abstract TSelf Pick(double* table, int groups, TSelf index);

    /// <summary>The sums of as many vectors as there are lanes, one a lane.</summary>
    /// <param name="first">The first vector.</param>
    /// <param name="stride">How far the next is.</param>
    static abstract TSelf SumEach(double* first, int stride);

    /// <summary>The natural logarithm of positive numbers.</summary>
    static abstract TSelf Log(TSelf value);

    /// <summary>The whole number at or below.</summary>
    static abstract TSelf Floor(TSelf value);
}

/// <summary>What holds for lanes of any width.</summary>
internal static class Lanes
{
    /// <summary>The widest there are; rows of lists are padded to it.</summary>
    public const int MostWidth = 8;

    /// <summary>The most numbers of single precision.</summary>
    public const int MostSingles = 16;
}
