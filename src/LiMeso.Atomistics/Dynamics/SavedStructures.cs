using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Dynamics;

/// <summary>Boxes and neighbour lists in a state.</summary>
internal static class SavedStructures
{
    private const string ListsBox = "lists/box", ListsPositions = "lists/positions";

    public static void PutBox(this SavedState state, string name, SimulationBox box)
    {
        state.Put(name, [box.Origin.X, box.Origin.Y, box.Origin.Z, box.Lengths.X, box.Lengths.Y, box.Lengths.Z, box.Xy, box.Xz, box.Yz]);
        state.PutInteger($"{name}/periodic", (box.Periodic.A ? 1 : 0) | (box.Periodic.B ? 2 : 0) | (box.Periodic.C ? 4 : 0));
    }

    public static SimulationBox Box(this SavedState state, string name)
    {
        Span<double> v = stackalloc double[9];
        state.CopyTo(name, v);
        long periodic = state.Integer($"{name}/periodic");
        return new SimulationBox(new(v[0], v[1], v[2]), new(v[3], v[4], v[5]), v[6], v[7], v[8], ((periodic & 1) != 0, (periodic & 2) != 0, (periodic & 4) != 0));
    }

    public static void PutNeighbourLists(this SavedState state, NeighbourListOrigin lists)
    {
        state.PutBox(ListsBox, lists.Box);
        state.Put(ListsPositions, lists.Positions);
    }

    public static NeighbourListOrigin NeighbourLists(this SavedState state, int atoms)
    {
        double[] positions = new double[3 * atoms];
        state.CopyTo(ListsPositions, positions);
        return new NeighbourListOrigin(state.Box(ListsBox), positions);
    }
}
