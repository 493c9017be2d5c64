using LiMeso.Core.Threading;

namespace LiMeso.Core.Tests.Threading;

/// <summary>Every piece is done once, and no one waits for a share that someone else is slow with.</summary>
public sealed class SharedPiecesTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 7)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(3, 10_000)]
    public void Every_piece_is_taken_once(int members, int count)
    {
        using var team = new ThreadTeam(members);
        var pieces = new SharedPieces(team);
        int[] taken = new int[count];
        for (int round = 1; round <= 3; round++)
        {
            pieces.Fill(count);
            team.Run(member =>
            {
                while (pieces.TryTake(member, out int piece)) Interlocked.Increment(ref taken[piece]);
            });
            Assert.All(taken, times => Assert.Equal(round, times));
        }
    }

    [Fact]
    public void Others_do_what_a_slow_member_leaves()
    {
        const int Pieces = 100;
        using var team = new ThreadTeam(2);
        using var othersAreDone = new ManualResetEventSlim();
        var pieces = new SharedPieces(team);
        int[] taken = new int[2];
        pieces.Fill(Pieces);
        team.Run(member =>
        {
            if (member == 1)
            {
                if (pieces.TryTake(member, out _)) taken[member]++;
                othersAreDone.Wait();
            }

            // the first member waits for the other's first piece, so that the count is the same every time
            while (member == 0 && Volatile.Read(ref taken[1]) == 0) Thread.Yield();
            while (pieces.TryTake(member, out _)) taken[member]++;
            if (member == 0) othersAreDone.Set();
        });
        Assert.Equal([Pieces - 1, 1], taken);
    }

    [Fact]
    public void Each_begins_with_its_own_share()
    {
        using var team = new ThreadTeam(2);
        var pieces = new SharedPieces(team);
        pieces.Fill(10);
        Assert.True(pieces.TryTake(1, out int first));
        Assert.True(pieces.TryTake(1, out int second));
        Assert.Equal((5, 6), (first, second));
    }
}
