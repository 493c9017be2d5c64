namespace LiMeso.Core.Threading;

/// <summary>
/// Pieces of a job that the members of a team take while it runs: each those of its own share, in order, and then, from the back, what is left of the others'.
/// For work whose result does not depend on who does it: who does is a matter of timing.
/// </summary>
/// <remarks>A member whose processor is slower for a while, or busy with something else, holds up the others for one piece and not for all of its share.</remarks>
public sealed class SharedPieces
{
    // Numbers that several members change are so far apart that no two are in one cache line, or in two that are fetched together.
    private const int Apart = 16;

    // What is left of each share: its end in the upper, the next piece in the lower half.
    private readonly long[] _left;
    private readonly ThreadTeam _team;

    /// <summary>An empty pieces.</summary>
    /// <param name="team">Who takes from it.</param>
    public SharedPieces(ThreadTeam team)
    {
        ArgumentNullException.ThrowIfNull(team);
        (_team, _left) = (team, new long[Apart * (team.Size + 1)]);
    }

    /// <summary>Puts pieces 0 … <paramref name="pieces"/>−1 in. Not while members take from it.</summary>
    /// <param name="pieces">How many.</param>
    public void Fill(int pieces)
    {
        for (int member = 0; member < _team.Size; member++)
        {
            (int first, int end) = _team.Share(member, pieces);
            Left(member) = Pack(first, end);
        }
    }

    /// <summary>Takes a piece. Each is given to one member only.</summary>
    /// <param name="member">Who takes it.</param>
    /// <param name="piece">Receives its number.</param>
    /// <returns>False when none is left.</returns>
    public bool TryTake(int member, out int piece)
    {
        if (TryTake(ref Left(member), fromFront: true, out piece)) return true;
        for (int k = 1; k < _team.Size; k++)
        {
            if (TryTake(ref Left((member + k) % _team.Size), fromFront: false, out piece)) return true;
        }

        return false;
    }

    private static bool TryTake(ref long left, bool fromFront, out int piece)
    {
        while (true)
        {
            long seen = Volatile.Read(ref left);
            (int next, int end) = ((int)seen, (int)(seen >> 32));
            piece = fromFront ? next : end - 1;
            if (next >= end) return false;
            if (Interlocked.CompareExchange(ref left, fromFront ? Pack(next + 1, end) : Pack(next, end - 1), seen) == seen) return true;
        }
    }

    private static long Pack(int next, int end) => ((long)end << 32) | (uint)next;

    private ref long Left(int member) => ref _left[Apart * (member + 1)];
}
