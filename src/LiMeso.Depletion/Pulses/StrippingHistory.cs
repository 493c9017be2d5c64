using LiMeso.Depletion.Series;

namespace LiMeso.Depletion.Pulses;

/// <summary>
/// Follows a foil through a current profile, forwards in time. Old changes of current live on as the amplitudes of some cosine modes, which decay exactly;
/// only changes too recent for those modes are summed one by one. So the cost a segment is constant.
/// </summary>
/// <remarks>
/// With changes Δ_k of the current, of age a_k, the depletion Σ Δ_k θ(ξ,a_k) is q + i [3(1−ξ)²−1]/6 − (2/π²) Σ_n n⁻² A_n cos(nπξ): q the charge removed,
/// i the present current, A_n = Σ_k Δ_k e^(−n²π²a_k). A change enters A_n once it is so old that e^(−n²π²a) has fallen below 1e-16 at the last mode kept.
/// Rises and falls of the current are kept apart: either alone is a decaying convex memory, which is what <see cref="InterfaceSearch"/> bounds.
/// </remarks>
public sealed class StrippingHistory
{
    private const double ShortestModalAge = 1e-4;      // 194 modes; a hundred pulses shorter than that are then summed one by one
    private const double NegligibleExponent = 37;      // e^−37 = 8.5e-17
    private const int RememberedLengths = 16;
    private const double TwoOverPiSquared = 2 / (Math.PI * Math.PI);

    private readonly PulsedStripping _problem;
    private readonly double _modalAge;
    private readonly double[] _memory, _falls;         // mode amplitudes at the start of the segment: of all old changes, and of the falls alone (positive)
    private readonly Dictionary<double, double[]> _decays = [];
    private Change[] _recent = new Change[8];          // changes not yet in the modes, oldest first, with their age at the start of the segment
    private int _recentCount;
    private double _offset;                            // reduced time since the start of the segment

    internal StrippingHistory(PulsedStripping problem)
    {
        _problem = problem;
        double shortest = double.PositiveInfinity;
        foreach (CurrentSegment segment in problem.Profile.Segments) shortest = Math.Min(shortest, problem.ReducedTime(segment.Duration));
        _modalAge = Math.Clamp(shortest, ShortestModalAge, SlabDepletion.SwitchTime);
        int modes = (int)Math.Ceiling(Math.Sqrt(NegligibleExponent / _modalAge) / Math.PI);
        _memory = new double[modes];
        _falls = new double[modes];
        Remember(problem.ReducedCurrent(0));
    }

    private readonly record struct Change(double Jump, double Age);

    /// <summary>Time reached, s.</summary>
    public double Time { get; private set; }

    /// <summary>Index of the segment under way; at a boundary the one that starts.</summary>
    public int Segment { get; private set; }

    /// <summary>Interface concentration C(0,t), mol/m³.</summary>
    public double InterfaceConcentration => _problem.InitialConcentration * (1 - MemoryAt(_offset).Depletion);

    /// <summary>Reduced length of the segment under way.</summary>
    internal double SegmentLength => _problem.ReducedTime(_problem.Profile.Segments[Segment].Duration);

    /// <summary>Moves forward in time.</summary>
    /// <param name="time">From the time reached to Profile.Duration, s.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time lies before the time reached or outside the profile.</exception>
    public void AdvanceTo(double time)
    {
        if (!(time >= Time)) throw new ArgumentOutOfRangeException(nameof(time), time, $"A history only runs forwards; it has reached {Time:r} s.");
        int segment = _problem.Profile.SegmentAt(time);
        while (Segment < segment) EnterNextSegment();
        Time = time;
        _offset = _problem.ReducedTime(time - _problem.Profile.StartOf(Segment));
    }

    /// <summary>Concentration profile at the time reached. Allocates nothing; costs depths times (modes + recent changes).</summary>
    /// <param name="x">Depths below the electrolyte, each in [0, L], m.</param>
    /// <param name="concentration">Receives mol/m³, as long as <paramref name="x"/>. May be the same memory.</param>
    /// <exception cref="ArgumentOutOfRangeException">A depth lies outside the foil.</exception>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void Concentrations(ReadOnlySpan<double> x, Span<double> concentration)
    {
        Require.SameLength(x.Length, concentration.Length);
        double charge = RemovedCharge(_offset), current = _problem.ReducedCurrent(Segment), decay = Math.Exp(-Math.PI * Math.PI * _offset);
        for (int i = 0; i < x.Length; i++)
        {
            double xi = x[i] / _problem.Thickness, parabola = CosineSeries.QuasiSteady(xi);
            double depletion = charge + current * parabola - OldModes(decay, double.CosPi(xi));
            foreach (Change change in _recent.AsSpan(0, _recentCount))
            {
                double age = change.Age + _offset;
                depletion += change.Jump * (SlabDepletion.Theta(xi, age) - age - parabola);
            }

            concentration[i] = _problem.InitialConcentration * (1 - depletion);
        }
    }

    /// <summary>Moves to the start of the next segment: the modes decay, changes that have become old enough join them, the new change is remembered.</summary>
    internal void EnterNextSegment()
    {
        double length = SegmentLength;
        double[] decay = DecayOver(length);
        for (int n = 0; n < decay.Length; n++)
        {
            _memory[n] += _memory[n] * decay[n];
            _falls[n] += _falls[n] * decay[n];
        }

        int joined = 0;
        for (int k = 0; k < _recentCount; k++)
        {
            Change change = _recent[k] with { Age = _recent[k].Age + length };
            if (change.Age < _modalAge)
            {
                _recent[k - joined] = change;
                continue;
            }

            Join(_memory, change.Jump, change.Age);
            if (change.Jump < 0) Join(_falls, -change.Jump, change.Age);
            joined++;
        }

        _recentCount -= joined;
        double before = _problem.ReducedCurrent(Segment);
        Segment++;
        Time = _problem.Profile.StartOf(Segment);
        _offset = 0;
        Remember(_problem.ReducedCurrent(Segment) - before);
    }

    /// <summary>The interface at a reduced time after the start of the segment under way.</summary>
    internal InterfaceMemory MemoryAt(double offset)
    {
        double decay = Math.Exp(-Math.PI * Math.PI * offset);
        double memory = Sum(_memory, decay, out double memoryRate), falls = Sum(_falls, decay, out double fallsRate);
        double risesRate = memoryRate + fallsRate;
        foreach (Change change in _recent.AsSpan(0, _recentCount))
        {
            double transient = InterfaceDepletion.Transient(change.Age + offset, out double rate);
            memory += change.Jump * transient;
            if (change.Jump > 0)
            {
                risesRate += change.Jump * rate;
            }
            else
            {
                falls -= change.Jump * transient;
                fallsRate -= change.Jump * rate;
            }
        }

        return new InterfaceMemory(offset, RemovedCharge(offset), _problem.ReducedCurrent(Segment), memory, memory + falls, risesRate, falls, fallsRate);
    }

    // The charge removed over F C0 L, which is also the mean depletion.
    private double RemovedCharge(double offset) =>
        _problem.Profile.RemovedBefore(Segment) / _problem.Inventory + _problem.ReducedCurrent(Segment) * offset;

    private void Remember(double jump)
    {
        if (jump == 0) return;
        if (_recentCount == _recent.Length) Array.Resize(ref _recent, 2 * _recent.Length);
        _recent[_recentCount++] = new Change(jump, 0);
    }

    // e^(−n²π²·length) − 1 for every mode. Short pulses bring e^… so close to 1 that, multiplied up a thousand times, its rounding would change the decay rate.
    // A periodic profile asks for the same few lengths over and over.
    private double[] DecayOver(double length)
    {
        if (_decays.TryGetValue(length, out double[]? decay)) return decay;
        decay = new double[_memory.Length];
        for (int n = 1; n <= decay.Length; n++) decay[n - 1] = double.ExpM1(-n * n * Math.PI * Math.PI * length);
        if (_decays.Count == RememberedLengths) _decays.Clear();
        return _decays[length] = decay;
    }

    private static void Join(double[] modes, double size, double age)
    {
        double decay = Math.Exp(-Math.PI * Math.PI * age), power = decay, ratio = decay * decay * decay, square = decay * decay;
        for (int n = 0; n < modes.Length; n++, power *= ratio, ratio *= square) modes[n] += size * power;
    }

    // (2/π²) Σ n⁻² A_n e^(−n²π²·offset) and its rate −2 Σ A_n e^(−n²π²·offset).
    private static double Sum(double[] modes, double decay, out double rate)
    {
        double sum = 0, rateSum = 0, power = decay, ratio = decay * decay * decay, square = decay * decay;
        for (int n = 1; n <= modes.Length && power > 1e-25; n++, power *= ratio, ratio *= square)
        {
            double mode = modes[n - 1] * power;
            sum += mode / (n * n);
            rateSum += mode;
        }

        rate = -2 * rateSum;
        return TwoOverPiSquared * sum;
    }

    private double OldModes(double decay, double cosine)
    {
        double sum = 0, power = decay, ratio = decay * decay * decay, square = decay * decay, previous = 1, current = cosine;
        for (int n = 1; n <= _memory.Length && power > 1e-25; n++, power *= ratio, ratio *= square)
        {
            sum += _memory[n - 1] * power * current / (n * n);
            (previous, current) = (current, 2 * cosine * current - previous);
        }

        return TwoOverPiSquared * sum;
    }
}
