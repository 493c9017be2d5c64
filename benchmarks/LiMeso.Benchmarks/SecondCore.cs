using System.Diagnostics;
using System.Globalization;
using LiMeso.Benchmarks.Atomistics;
using LiMeso.Benchmarks.FiniteVolume;

namespace LiMeso.Benchmarks;

/// <summary>
/// What a second core brings. One thread, two independent copies at once (which is what the machine has to give) and two threads take turns, a slice
/// of less than a second each: a processor's speed that wanders blurs the speeds, but not their ratios. Arguments: "fv2d" and cells a side, or "md" and cubic cells along an edge; rounds.
/// </summary>
internal static class SecondCore
{
    private const int DefaultRounds = 30, WarmUpSlices = 3;

    public static int Run(string[] args)
    {
        int size = int.Parse(args[1], CultureInfo.InvariantCulture), rounds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : DefaultRounds;
        Func<int, IWorkload> create = args[0] == "md" ? threads => new CrystalProblem(size, threads) : threads => PlaneProblem.Workload(size, threads);
        using IWorkload one = create(1), copy = create(1), two = create(2);
        for (int k = 0; k < WarmUpSlices; k++)
        {
            Seconds(one, copy);
            Seconds(two);
        }

        (double[] alone, double[] copies, double[] threads) = (new double[rounds], new double[rounds], new double[rounds]);
        for (int round = 0; round < rounds; round++) (alone[round], copies[round], threads[round]) = (Seconds(one), Seconds(one, copy), Seconds(two));
        Console.WriteLine($"{args[0]} {size}: {one.Steps} steps a slice, {rounds} rounds, wall time; median (quartiles)");
        Console.WriteLine($"  one thread              {Quartiles(alone.Select(t => 1e9 * t / one.Steps / one.Items))} ns an item and step");
        Console.WriteLine($"  two threads             {Quartiles(threads.Select(t => 1e9 * t / one.Steps / one.Items))} ns an item and step");
        Console.WriteLine($"  gain of two threads     {Quartiles(alone.Zip(threads, (a, t) => a / t))}");
        Console.WriteLine($"  gain of two copies      {Quartiles(alone.Zip(copies, (a, c) => 2 * a / c))}");
        Console.WriteLine($"  threads against copies  {Quartiles(copies.Zip(threads, (c, t) => c / (2 * t)))}");
        return 0;
    }

    private static double Seconds(params ReadOnlySpan<IWorkload> workloads)
    {
        foreach (IWorkload workload in workloads) workload.Start();
        Thread[] others = new Thread[workloads.Length - 1];
        long start = Stopwatch.GetTimestamp();
        for (int k = 0; k < others.Length; k++)
        {
            IWorkload other = workloads[k + 1];
            others[k] = new Thread(() => Advance(other));
            others[k].Start();
        }

        Advance(workloads[0]);
        foreach (Thread thread in others) thread.Join();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Advance(IWorkload workload)
    {
        for (int k = 0; k < workload.Steps; k++) workload.Step();
    }

    private static string Quartiles(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        double At(double share) => sorted[(int)Math.Round(share * (sorted.Length - 1))];
        return string.Create(CultureInfo.InvariantCulture, $"{At(0.5):G4} ({At(0.25):G4} to {At(0.75):G4})");
    }
}

/// <summary>Steps that can be done again and again.</summary>
internal interface IWorkload : IDisposable
{
    /// <summary>Cells or atoms.</summary>
    int Items { get; }

    /// <summary>Steps of one slice.</summary>
    int Steps { get; }

    /// <summary>Gets ready for the steps of a slice.</summary>
    void Start();

    /// <summary>One step further.</summary>
    void Step();
}
