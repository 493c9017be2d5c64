namespace LiMeso.Atomistics.Threading;

/// <summary>A fixed number of threads that do the parts of a job together; the caller is the first of them. Which part goes to which is fixed, so results do not depend on timing.</summary>
internal sealed class ThreadTeam : IDisposable
{
    // A step takes about a millisecond: waiting in a loop for a while is cheaper than going to sleep and being woken.
    private const int Spins = 20_000;

    private readonly Thread[] _others;
    private readonly ManualResetEventSlim _start = new(false);
    private Action<int> _part = _ => { };
    private int _generation, _pending;
    private volatile bool _ends;
    private Exception? _failure;

    public ThreadTeam(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        Size = size;
        _others = new Thread[size - 1];
        for (int i = 0; i < _others.Length; i++)
        {
            int member = i + 1;
            _others[i] = new Thread(() => Serve(member)) { IsBackground = true, Name = $"forces {member}" };
            _others[i].Start();
        }
    }

    /// <summary>Number of threads, the caller's included.</summary>
    public int Size { get; }

    /// <summary>Runs <paramref name="part"/> once for each member 0 … Size−1 and returns when all are done.</summary>
    public void Run(Action<int> part)
    {
        if (_others.Length == 0)
        {
            part(0);
            return;
        }

        _part = part;
        Volatile.Write(ref _pending, _others.Length);
        Interlocked.Increment(ref _generation);
        _start.Set();
        try
        {
            part(0);
        }
        finally
        {
            var wait = new SpinWait();
            while (Volatile.Read(ref _pending) != 0) wait.SpinOnce(sleep1Threshold: -1);
            _start.Reset();
        }

        if (Interlocked.Exchange(ref _failure, null) is { } failure) throw new AggregateException(failure);
    }

    /// <summary>Sends the threads home.</summary>
    public void Dispose()
    {
        _ends = true;
        Interlocked.Increment(ref _generation);
        _start.Set();
        foreach (Thread thread in _others) thread.Join();
        _start.Dispose();
    }

    /// <summary>The share of a member of <paramref name="count"/> things: consecutive, the shares as equal as can be.</summary>
    public (int First, int End) Share(int member, int count) => ((int)((long)count * member / Size), (int)((long)count * (member + 1) / Size));

    private void Serve(int member)
    {
        int seen = 0;
        while (true)
        {
            for (int spins = 0; Volatile.Read(ref _generation) == seen; spins++)
            {
                if (spins < Spins) Thread.SpinWait(8);
                else _start.Wait();
            }

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

            Interlocked.Decrement(ref _pending);
        }
    }
}
