using System.Diagnostics;

namespace LiMeso.Core.Threading;

/// <summary>A fixed number of threads that do the parts of a job together; the caller is the first of them. Which part goes to which is fixed, so results do not depend on timing.</summary>
/// <remarks>
/// Who waits looks for a short while, because on an idle machine the others are done at once; then lets others have its processor between two looks, for as long as the parts of a job that one thread
/// does alone may take; and then sleeps, because to be woken takes long.
/// Before it sleeps it says so and looks once more; who changes what it waits for looks afterwards whether to wake it: one of the two sees the other.
/// </remarks>
public sealed class ThreadTeam : IDisposable
{
    private static readonly long _attention = Stopwatch.Frequency / 20_000, _patience = Stopwatch.Frequency / 1_000;

    private readonly Worker[] _workers;
    private readonly AutoResetEvent _allDone = new(false);
    private Action<int> _part = _ => { };
    private int _generation, _pending, _callerSleeps;
    private volatile bool _ends;
    private readonly Func<bool> _isDone;
    private Exception? _failure;

    /// <summary>Threads that wait for work.</summary>
    /// <param name="size">How many, the caller included; at least one.</param>
    public ThreadTeam(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        Size = size;
        _isDone = () => Volatile.Read(ref _pending) == 0;
        _workers = [.. Enumerable.Range(1, size - 1).Select(_ => new Worker())];
        for (int i = 0; i < _workers.Length; i++)
        {
            (Worker worker, int member) = (_workers[i], i + 1);
            worker.Thread = new Thread(() => Serve(worker, member)) { IsBackground = true, Name = $"team member {member}" };
            worker.Thread.Start();
        }
    }

    /// <summary>The caller by itself.</summary>
    public static ThreadTeam Alone { get; } = new(1);

    /// <summary>Number of threads, the caller's included.</summary>
    public int Size { get; }

    /// <summary>Runs <paramref name="part"/> once for each member 0 … Size−1 and returns when all are done. Allocates nothing.</summary>
    /// <param name="part">What to do; receives the member's number.</param>
    /// <exception cref="AggregateException">A part failed in another thread.</exception>
    /// <exception cref="ObjectDisposedException">The threads have been sent home.</exception>
    public void Run(Action<int> part)
    {
        if (_workers.Length == 0)
        {
            part(0);
            return;
        }

        ObjectDisposedException.ThrowIf(_ends, this);
        (_part, _failure) = (part, null);
        Volatile.Write(ref _pending, _workers.Length);
        Release();
        try
        {
            part(0);
        }
        finally
        {
            Wait(ref _callerSleeps, _allDone, _isDone);
        }

        if (Interlocked.Exchange(ref _failure, null) is { } failure) throw new AggregateException(failure);
    }

    /// <summary>Sends the threads home.</summary>
    public void Dispose()
    {
        _ends = true;
        Release();
        foreach (Worker worker in _workers) worker.Dispose();
        _allDone.Dispose();
    }

    /// <summary>The share of a member of <paramref name="count"/> things: consecutive, the shares as equal as can be.</summary>
    /// <param name="member">The member.</param>
    /// <param name="count">How many things there are.</param>
    /// <returns>The first of them, and the one after the last.</returns>
    public (int First, int End) Share(int member, int count) => ((int)((long)count * member / Size), (int)((long)count * (member + 1) / Size));

    private void Release()
    {
        Interlocked.Increment(ref _generation);
        foreach (Worker worker in _workers)
        {
            if (Volatile.Read(ref worker.Sleeps) != 0) worker.Wake.Set();
        }
    }

    private void Serve(Worker worker, int member)
    {
        int seen = 0;
        Func<bool> isReleased = () => Volatile.Read(ref _generation) != seen;
        while (true)
        {
            Wait(ref worker.Sleeps, worker.Wake, isReleased);
            seen = Volatile.Read(ref _generation);
            if (_ends) return;
            try
            {
                _part(member);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref _failure, e, null);
            }

            if (Interlocked.Decrement(ref _pending) == 0 && Volatile.Read(ref _callerSleeps) != 0) _allDone.Set();
        }
    }

    private static void Wait(ref int sleeps, AutoResetEvent wake, Func<bool> isOver)
    {
        long start = Stopwatch.GetTimestamp();
        for (long waited = 0; waited < _patience; waited = Stopwatch.GetTimestamp() - start)
        {
            if (isOver()) return;
            if (waited < _attention) Thread.SpinWait(16);
            else Thread.Yield();
        }

        while (true)
        {
            Interlocked.Exchange(ref sleeps, 1);
            // A wake left over from the last time ends the sleep early: then this looks again.
            if (!isOver()) wake.WaitOne();
            Volatile.Write(ref sleeps, 0);
            if (isOver()) return;
        }
    }

    private sealed class Worker : IDisposable
    {
        public readonly AutoResetEvent Wake = new(false);
        public int Sleeps;
        public Thread? Thread;

        public void Dispose()
        {
            Thread?.Join();
            Wake.Dispose();
        }
    }
}
