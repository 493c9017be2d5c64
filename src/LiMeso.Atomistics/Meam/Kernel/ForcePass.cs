using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using LiMeso.Atomistics.Neighbours;

namespace LiMeso.Atomistics.Meam.Kernel;

// The energy changes with s = S f_c of a pair by D = ∂F_i/∂s + ∂F_j/∂s + φ; with the distances by
//     D S f_c′/r + s φ′/r   along r_ij,   and through the screening by   2 D s ∂ ln S/∂(r²)   along r_ij, r_ik and r_jk of each triple.
// All are scalars on vectors between atoms until the last moment. Rows of four (x, y, z, energy) are worked on whole.
//
// Cost an atom of bcc lithium at 300 K: some 10 pairs and 30 triples of 10 operations each; bound by the latency of the rows' sums.
internal static unsafe class ForcePass
{
    /// <summary>Adds to the forces what pair energies and screening of an atom's pairs exert, and the pair energies to the atoms.</summary>
    /// <param name="lists">Neighbours.</param>
    /// <param name="work">Pairs, triples, forces.</param>
    /// <param name="bonds">∂F/∂s by slot, of all atoms that share a pair with this one; set to zero for the next evaluation.</param>
    /// <param name="i">The atom.</param>
    /// <param name="number">Its number among the thread's atoms.</param>
    public static void Run(NeighbourLists lists, Workspace work, double* bonds, int i, int number)
    {
        double* rows = lists.Rows, forces = work.Forces.Start;
        int* slots = work.PairSlots.Start, reverse = work.PairReverse.Start, tripleEnds = work.TripleEnds.Start, tripleRows = work.TripleRows.Start, neighbours = lists.Neighbours;
        double* weight = work.PairWeight.Start, along = work.PairAlong.Start, energy = work.PairEnergy.Start, slope = work.PairSlope.Start;
        double* ik = work.TripleIK.Start, jk = work.TripleJK.Start;
        int pair = number == 0 ? 0 : work.PairEnds.Start[number - 1], triple = pair == 0 ? 0 : tripleEnds[pair - 1];
        Vector256<double> at = Vector256.Load(rows + 4 * i), onI = Vector256<double>.Zero;
        for (int last = work.PairEnds.Start[number]; pair < last; pair++)
        {
            int slot = slots[pair], back = reverse[pair], j = neighbours[slot];
            // Of a pair between two threads' atoms the second side's thread has a record too, which counts for nothing.
            if (back < slot)
            {
                triple = tripleEnds[pair];
                continue;
            }

            double phi = energy[pair], s = weight[pair], byS = bonds[slot] + bonds[back] + phi, byScreening = 2 * byS * s;
            (bonds[slot], bonds[back]) = (0, 0);
            Vector256<double> toJ = Vector256.Load(rows + 4 * j) - at, half = Vector256.Create(0, 0, 0, 0.5 * s * phi);
            Vector256<double> f = Vector256.Create(byS * along[pair] + slope[pair]) * toJ, onJ = half - f;
            onI += half + f;
            for (int end = tripleEnds[pair]; triple < end; triple++)
            {
                double* forceOnK = forces + 4 * tripleRows[triple];
                Vector256<double> toK = Vector256.Load(rows + 4 * tripleRows[triple]) - at;
                Vector256<double> fromI = Vector256.Create(byScreening * ik[triple]) * toK, fromJ = Vector256.Create(byScreening * jk[triple]) * (toK - toJ);
                onI += fromI;
                onJ += fromJ;
                (Vector256.Load(forceOnK) - (fromI + fromJ)).Store(forceOnK);
            }

            Add(forces + 4 * j, onJ);
        }

        Add(forces + 4 * i, onI);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(double* row, Vector256<double> value) => (Vector256.Load(row) + value).Store(row);
}
