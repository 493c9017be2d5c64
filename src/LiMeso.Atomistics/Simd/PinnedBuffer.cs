using System.Runtime.CompilerServices;

namespace LiMeso.Atomistics.Simd;

/// <summary>Memory that stays where it is, begins at a cache line, grows when asked, and is given back with its owner.</summary>
/// <typeparam name="T">What it holds.</typeparam>
internal sealed unsafe class PinnedBuffer<T>
    where T : unmanaged
{
    private const int CacheLine = 64;
    private byte[] _memory = [];

    /// <summary>How many fit.</summary>
    public int Capacity { get; private set; }

    /// <summary>The first element.</summary>
    public T* Start { get; private set; }

    /// <summary>What is in use of it.</summary>
    /// <param name="count">How many from the first.</param>
    public Span<T> Span(int count) => new(Start, count);

    /// <summary>Makes room for at least that many. What was there is lost when room has to be made; new room is zero.</summary>
    /// <param name="count">How many must fit.</param>
    public void Reserve(int count)
    {
        if (count <= Capacity) return;
        _memory = GC.AllocateArray<byte>(checked(count * sizeof(T) + CacheLine), pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref _memory[0]);
        Start = (T*)((address + CacheLine - 1) & ~(nuint)(CacheLine - 1));
        Capacity = count;
    }
}
