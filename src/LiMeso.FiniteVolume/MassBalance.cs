using LiMeso.Core;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.TimeSchemes;

namespace LiMeso.FiniteVolume;

/// <summary>
/// The books of a simulation: what was in the domain at the start, what left through each side, what sources brought, and what
/// is there now. The amounts follow the scheme's own quadrature, so the books must close to rounding at every step.
/// </summary>
/// <remarks>
/// What leaves to a given value or a reservoir is a small difference of large magnitudes when steps are long: rounding of the cells' values alone
/// changes it by a part in 10¹⁶ of these. What the inventory says is the better account of it, so within that rounding it is booked so that it agrees.
/// The books themselves are kept in twice the precision. What remains is the rounding of the stored concentrations, at most about
/// 1e-16 a step; in a very long run with ever the same small change it would add up, so the simulation gives it back (see
/// <see cref="RoundingToReturn"/>). An error above rounding is never touched: it is there to be seen.
/// </remarks>
public sealed class MassBalance
{
    // Relative to the initial inventory: when rounding has grown enough to move stored values, and more than it can grow to in a few steps.
    private const double LeastRounding = 1e-16, MostRounding = 1e-14;

    // A few times the rounding of one number.
    private const double RoundingOfTurnover = 1e-15;

    private readonly RectilinearMesh _mesh;
    private readonly CompensatedSum[] _outflow;
    private CompensatedSum _source;
    private double _turnover;                                                    // of the step booked last

    internal MassBalance(RectilinearMesh mesh, double inventory)
    {
        (_mesh, _outflow) = (mesh, new CompensatedSum[mesh.Sides.Count]);
        InitialInventory = Inventory = inventory;
    }

    /// <summary>Amount at the start: mol per m² of cross-section (1D) or per m of depth (2D), as all amounts here.</summary>
    public double InitialInventory { get; private set; }

    /// <summary>Amount now.</summary>
    public double Inventory { get; private set; }

    /// <summary>What the sources have brought in.</summary>
    public double SourceAmount => _source.Value;

    /// <summary>What has left through a side.</summary>
    /// <param name="side">The side.</param>
    public double Outflow(Side side) => _outflow[(int)side].Value;

    /// <summary>
    /// (inventory − initial + outflows − sources) over the initial inventory; over the largest amount in the books when the
    /// domain was empty at the start.
    /// </summary>
    public double RelativeError => Scale == 0 ? 0 : Defect / Scale;

    private double Defect
    {
        get
        {
            var defect = new CompensatedSum(Inventory, 0);
            defect.Add(-InitialInventory);
            defect.Add(-SourceAmount);
            foreach (CompensatedSum outflow in _outflow) defect.Add(outflow.Value);
            return defect.Value;
        }
    }

    private double Scale
    {
        get
        {
            if (InitialInventory != 0) return Math.Abs(InitialInventory);
            double largest = Math.Max(Math.Abs(Inventory), Math.Abs(SourceAmount));
            foreach (CompensatedSum outflow in _outflow) largest = Math.Max(largest, Math.Abs(outflow.Value));
            return largest;
        }
    }

    /// <summary>
    /// The amount to add to the domain to make good for rounding; 0 while there is nothing to return, or more than rounding explains, or so much
    /// comes and goes that the outflows take it up and changed values would change them by more.
    /// </summary>
    internal double RoundingToReturn() => _turnover < Scale && Math.Abs(RelativeError) is >= LeastRounding and <= MostRounding ? -Defect : 0;

    // Corrects the step's outflows within their rounding.
    internal void Book(StepResult step, double inventory)
    {
        Inventory = inventory;
        _source.Add(step.SourceAmount);
        _turnover = 0;
        var rounding = new CompensatedSum(Defect, 0);
        for (int side = 0; side < _outflow.Length; side++)
        {
            rounding.Add(step.Outflow[side]);
            _turnover += step.Turnover[side];
        }

        bool isRounding = _turnover > 0 && Math.Abs(rounding.Value) <= RoundingOfTurnover * _turnover;
        for (int side = 0; side < _outflow.Length; side++)
        {
            if (isRounding) step.OutflowBuffer[side] -= rounding.Value * (step.Turnover[side] / _turnover);
            _outflow[side].Add(step.Outflow[side]);
        }
    }

    internal void Capture(StateSection state)
    {
        state.Put("initial-inventory", InitialInventory);
        state.Put("inventory", Inventory);
        Put(state, "source", _source);
        foreach (Side side in _mesh.Sides) Put(state, "outflow-" + (int)side, _outflow[(int)side]);
    }

    internal void Restore(StateSection state)
    {
        (InitialInventory, Inventory) = (state.ReadNumber("initial-inventory"), state.ReadNumber("inventory"));
        _source = Get(state, "source");
        foreach (Side side in _mesh.Sides) _outflow[(int)side] = Get(state, "outflow-" + (int)side);
    }

    private static void Put(StateSection state, string name, CompensatedSum sum) => state.Put(name, [sum.Parts.Sum, sum.Parts.Lost]);

    private static CompensatedSum Get(StateSection state, string name)
    {
        Span<double> parts = stackalloc double[2];
        state.CopyTo(name, parts);
        return new CompensatedSum(parts[0], parts[1]);
    }
}
