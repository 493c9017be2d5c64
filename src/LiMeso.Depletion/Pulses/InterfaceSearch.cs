namespace LiMeso.Depletion.Pulses;

/// <summary>
/// Finds the first depletion and the extremes of the interface concentration by halving each segment wherever rigorous bounds leave a doubt. No number of
/// samples is guessed: a short dip after a step down of the current is found however narrow it is, and a segment that cannot matter costs one evaluation.
/// </summary>
internal static class InterfaceSearch
{
    /// <summary>Direction of <see cref="Extreme"/>: the deepest depletion.</summary>
    public const int Lowest = 1;

    /// <summary>Direction of <see cref="Extreme"/>: the smallest depletion.</summary>
    public const int Highest = -1;

    private const double ExtremeTolerance = 1e-9;      // of the initial concentration

    /// <summary>The first time C(0,t) reaches 0, or null. A dip that comes within rounding of 0 may go either way.</summary>
    public static DepletionEvent? FirstDepletion(PulsedStripping problem)
    {
        StrippingHistory history = problem.March();
        while (true)
        {
            double? offset = FirstCrossing(history, history.MemoryAt(0), history.MemoryAt(history.SegmentLength));
            if (offset is { } found)
            {
                CurrentProfile profile = problem.Profile;
                double time = TimeAt(problem, history.Segment, found);
                return new DepletionEvent(time, history.Segment, profile.RemovedCharge(time), profile.StrippedCharge(time));
            }

            if (history.Segment == problem.Profile.Segments.Count - 1) return null;
            history.EnterNextSegment();
        }
    }

    /// <summary>The lowest or highest interface concentration in [0, end].</summary>
    public static InterfaceExtreme Extreme(PulsedStripping problem, int direction, double end)
    {
        StrippingHistory history = problem.March();
        int last = problem.Profile.SegmentAt(end);
        var best = new Best(direction);
        while (true)
        {
            double start = problem.Profile.StartOf(history.Segment);
            double length = history.Segment < last ? history.SegmentLength : problem.ReducedTime(end - start);
            InterfaceMemory from = best.Orient(history.MemoryAt(0));
            best.Offer(start, from);
            if (length > 0) Maximise(history, best, from, best.Orient(history.MemoryAt(length)));
            if (history.Segment == last) break;
            history.EnterNextSegment();
        }

        return new InterfaceExtreme(Math.Min(best.Time, end), problem.InitialConcentration * (1 - direction * best.Depletion));

        void Maximise(StrippingHistory history, Best best, in InterfaceMemory from, in InterfaceMemory to)
        {
            double excess = InterfaceMemory.Excess(from, to);
            if (excess <= to.BoundRounding || Math.Max(from.Depletion, to.Depletion) + excess <= best.Depletion + ExtremeTolerance)
            {
                best.Offer(TimeAt(problem, history.Segment, to.Offset), to);
                return;
            }

            InterfaceMemory middle = best.Orient(history.MemoryAt(Split(from.Offset, to.Offset)));
            Maximise(history, best, from, middle);
            Maximise(history, best, middle, to);
        }
    }

    // The first offset in [from, to] at which Θ reaches 1, or null.
    private static double? FirstCrossing(StrippingHistory history, in InterfaceMemory from, in InterfaceMemory to)
    {
        if (from.Depletion >= 1) return from.Offset;
        double excess = InterfaceMemory.Excess(from, to);
        bool crosses = to.Depletion >= 1, surely = excess <= to.BoundRounding;
        if (crosses && surely) return Crossing(history, from, to);
        if (!crosses && (surely || Math.Max(from.Depletion, to.Depletion) + excess < 1)) return null;

        InterfaceMemory middle = history.MemoryAt(Split(from.Offset, to.Offset));
        return FirstCrossing(history, from, middle) ?? FirstCrossing(history, middle, to);
    }

    private static double TimeAt(PulsedStripping problem, int segment, double offset) =>
        Math.Min(problem.Profile.StartOf(segment) + offset / problem.ReducedTime(1), problem.Profile.StartOf(segment + 1));

    private static double Crossing(StrippingHistory history, in InterfaceMemory from, in InterfaceMemory to) =>
        BracketedNewton.Solve(
            new DepletionMinusOne(history), from.Offset, to.Offset, 0.5 * (from.Offset + to.Offset), 1e-15, 0.5 * to.Rounding,
            "first-depletion Newton iteration");

    // Close to the start of a segment everything varies as the square root of time: shrink towards it geometrically.
    private static double Split(double from, double to) => from == 0 ? to / 8 : to > 4 * from ? Math.Sqrt(from * to) : 0.5 * (from + to);

    private readonly struct DepletionMinusOne(StrippingHistory history) : IIncreasingFunction
    {
        public double At(double x, out double slope)
        {
            InterfaceMemory memory = history.MemoryAt(x);
            slope = memory.Rate;
            return memory.Depletion - 1;
        }
    }

    private sealed class Best(int direction)
    {
        public double Depletion { get; private set; } = double.NegativeInfinity;

        public double Time { get; private set; }

        public InterfaceMemory Orient(in InterfaceMemory memory) => direction > 0 ? memory : memory.Negated;

        public void Offer(double time, in InterfaceMemory oriented)
        {
            if (oriented.Depletion > Depletion) (Depletion, Time) = (oriented.Depletion, time);
        }
    }
}
