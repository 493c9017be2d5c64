using System.Numerics;
using System.Runtime.CompilerServices;
using LiMeso.Atomistics.Neighbours;
using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Meam.Kernel;

// For each half pair i j with r_ij < r_c:  S_ij = Π_k S_ikj,  S_ikj = f((C_ikj − C_min)/(C_max − C_min)),  f the smooth step, and
//     C_ikj − 1 = 2 p (v − p)/a,   a = p² − u²,   p = r_ij², u = r_ik² − r_jk², v = r_ik² + r_jk²,
// the ellipse through k with i and j at the ends of an axis (Baskes 1997). An atom with a ≤ 0 lies beyond the ends and does not screen. Since C < C_max is the inside
// of an ellipse, every such k is a neighbour of i. Without division: k screens when 2p(v − p) < (C_max − 1) a, and wholly when 2p(v − p) ≤ (C_min − 1) a.
//
// Cost an atom of bcc lithium at 300 K: some 12 half pairs against 16 to 32 neighbours each, 15 operations a lane, all from the first cache;
// about 30 triples of 60 operations and 10 pairs of 50. Then the cutoff, the pair energy and their derivatives of all pairs, packed.
internal static unsafe class ScreeningPass<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    // An atom that is one of the pair lies on the edge of all ellipses; by so much of r⁴ inside, as rounding may make it, counts as outside.
    // What that leaves out differs from 1 by less than rounding.
    private const double EdgeTolerance = 1e-9;

    // A screening that is not zero must not become exactly zero: its logarithm is differentiated.
    private const double LeastStep = 1e-12;

    // A pair between two threads' atoms that is screened all but wholly may, by rounding, be open to one and closed to the other: less than that is nothing to both. It leaves forces of 1e-9 eV/Å out.
    private const double Negligible = 1e-20;

    // Neighbours lie in groups of x, y, z, r² and row, a width of lanes of each.
    private static int YAt => TLanes.Width;

    private static int ZAt => 2 * TLanes.Width;

    private static int DistanceAt => 3 * TLanes.Width;

    private static int RowAt => 4 * TLanes.Width;

    private static int Group => 5 * TLanes.Width;

    /// <summary>Finds the pairs and triples of some atoms, which follow those of the last call, and writes S f_c of every pair into its slots.</summary>
    /// <param name="constants">The potential.</param>
    /// <param name="lists">Neighbours.</param>
    /// <param name="work">Where pairs and triples go.</param>
    /// <param name="bonds">S f_c by slot; zero before.</param>
    /// <param name="atoms">Which atoms: few, so that all that is not kept stays in the first cache.</param>
    /// <param name="share">The thread's atoms, to whose slots alone it writes.</param>
    public static void Run(MeamConstants constants, NeighbourLists lists, Workspace work, double* bonds, (int First, int End) atoms, (int First, int End) share)
    {
        int pairs = work.Pairs, triples = work.Triples;
        work.BeginChunk(atoms.End - atoms.First, lists.Stride);
        for (int i = atoms.First; i < atoms.End; i++)
        {
            work.GrowFor(lists.Stride);
            FindPairs(constants, lists, work, i);
            work.PairEnds.Start[i - share.First] = work.Pairs;
        }

        ScreenTriples(constants, work, triples);
        MultiplyUp(work, pairs, triples);
        FinishPairs(constants, work, pairs);
        Publish(work, pairs, bonds, share.First * lists.Stride, share.End * lists.Stride);
    }

    private static void FindPairs(MeamConstants constants, NeighbourLists lists, Workspace work, int i)
    {
        int firstSlot = i * lists.Stride, count = lists.PaddedCounts[i], groups = count / TLanes.Width;
        int* reverse = lists.Reverse + firstSlot;
        double* local = work.Local.Start;
        double* nearest = stackalloc double[groups + 1];
        Surroundings(lists, i, local, nearest, groups);

        // A little beyond the cutoff: the other side of a pair may see it, by rounding, just within.
        TLanes limit = TLanes.All(constants.CutoffSquared * (1 + 1e-12)), largest = TLanes.All(constants.LargestEllipse), smallest = TLanes.All(constants.SmallestEllipse);
        int pairs = work.Pairs, triples = work.Triples;
        double* tripleIJ = work.TripleIJ, tripleIK = work.TripleIK.Start, tripleJK = work.TripleJK.Start, tripleRows = work.TripleRowNumbers;
        double* distances = work.PairDistance;
        byte* firsts = lists.Firsts + firstSlot / Lanes.MostWidth;
        for (int g = 0; g < groups; g++)
        {
            // Each pair once, by its first side; one between two threads' atoms by both.
            double* members = local + g * Group;
            int slot = g * TLanes.Width;
            uint due = TLanes.Less(TLanes.Load(members + DistanceAt), limit) & ((uint)firsts[slot / Lanes.MostWidth] >> (slot % Lanes.MostWidth));
            for (; due != 0; due &= due - 1)
            {
                int lane = BitOperations.TrailingZeroCount(due), j = slot + lane, found = triples;
                double pj = members[DistanceAt + lane], screenerLimit = pj * constants.ScreenerReach;
                TLanes p = TLanes.All(pj), pp = p * p, twice = p + p, edge = TLanes.All(EdgeTolerance * pj * pj);
                TLanes xj = TLanes.All(members[lane]), yj = TLanes.All(members[YAt + lane]), zj = TLanes.All(members[ZAt + lane]);
                uint blocked = 0;
                double* next = nearest;
                // No branches on what is found: they would be mispredicted half of the time.
                for (double* k = local; *next < screenerLimit; k += Group, next++)
                {
                    TLanes dx = xj - TLanes.Load(k), dy = yj - TLanes.Load(k + YAt), dz = zj - TLanes.Load(k + ZAt), ik = TLanes.Load(k + DistanceAt);
                    TLanes jk = TLanes.MultiplyAdd(dx, dx, TLanes.MultiplyAdd(dy, dy, dz * dz));
                    TLanes u = ik - jk, a = TLanes.NegateMultiplyAdd(u, u, pp), q = TLanes.MultiplyAdd(twice, ik + jk - p, edge);
                    uint screens = TLanes.Less(q, largest * a);
                    // The edge counts as inside: not (edge < q).
                    blocked |= screens & ~TLanes.Less(smallest * a, q);
                    TLanes.Compress(ik, screens, tripleIK + found);
                    TLanes.Compress(jk, screens, tripleJK + found);
                    TLanes.Compress(TLanes.Load(k + RowAt), screens, tripleRows + found);
                    found += BitOperations.PopCount(screens);
                }

                for (int n = triples; n < found; n += TLanes.Width) TLanes.Store(p, tripleIJ + n);

                // What is screened wholly is written as well, and overwritten by the next.
                triples = blocked == 0 ? found : triples;
                work.PairSlots.Start[pairs] = firstSlot + j;
                work.PairReverse.Start[pairs] = reverse[j];
                distances[pairs] = pj;
                work.TripleEnds.Start[pairs] = triples;
                pairs += blocked == 0 ? 1 : 0;
            }
        }

        (work.Pairs, work.Triples) = (pairs, triples);
    }

    // Vectors to the neighbours, their squared lengths and rows, a width of each after the other; and the least distance of each group and all after it:
    // lists were ordered by distance once, and are still nearly so.
    private static void Surroundings(NeighbourLists lists, int i, double* local, double* nearest, int groups)
    {
        double* rows = lists.Rows;
        int* neighbours = lists.Neighbours + i * lists.Stride;
        TLanes xi = TLanes.All(rows[4 * i]), yi = TLanes.All(rows[4 * i + 1]), zi = TLanes.All(rows[4 * i + 2]);
        for (int g = 0; g < groups; g++, local += Group, neighbours += TLanes.Width)
        {
            TLanes.GatherRows(rows, neighbours, out TLanes dx, out TLanes dy, out TLanes dz);
            (dx, dy, dz) = (dx - xi, dy - yi, dz - zi);
            TLanes r2 = TLanes.MultiplyAdd(dx, dx, TLanes.MultiplyAdd(dy, dy, dz * dz));
            TLanes.Store(dx, local);
            TLanes.Store(dy, local + YAt);
            TLanes.Store(dz, local + ZAt);
            TLanes.Store(r2, local + DistanceAt);
            TLanes.Store(TLanes.LoadWhole(neighbours), local + RowAt);
            nearest[g] = TLanes.Least(r2);
        }

        nearest[groups] = double.PositiveInfinity;
        for (int g = groups - 2; g >= 0; g--) nearest[g] = Math.Min(nearest[g], nearest[g + 1]);
    }

    // S_ikj, and the derivatives of ln S_ikj by p = r_ij², r_ik², r_jk². With E = C − 1 = 2p(v − p)/a:
    //     ∂E/∂p = [2(v − 2p) − 2p E]/a,   ∂E/∂r_ik² = 2[p + E u]/a,   ∂E/∂r_jk² = 2[p − E u]/a,
    //     S = q², q = 1 − t⁴, t = 1 − x, x = (C − C_min)/(C_max − C_min),   ∂ ln S/∂x = 8 t³/q.
    private static void ScreenTriples(MeamConstants constants, Workspace work, int first)
    {
        double* ijs = work.TripleIJ, iks = work.TripleIK.Start, jks = work.TripleJK.Start, screens = work.TripleScreening;
        TLanes one = TLanes.All(1), smallest = TLanes.All(constants.SmallestEllipse), perRange = TLanes.All(constants.PerEllipseRange), sixteen = TLanes.All(16 * constants.PerEllipseRange);
        for (int n = first; n < work.Triples; n += TLanes.Width)
        {
            TLanes p = TLanes.Load(ijs + n), ik = TLanes.Load(iks + n), jk = TLanes.Load(jks + n);
            TLanes u = ik - jk, v = ik + jk, perA = one / TLanes.NegateMultiplyAdd(u, u, p * p);
            TLanes e = (p + p) * (v - p) * perA;
            TLanes x = TLanes.Max((e - smallest) * perRange, TLanes.All(LeastStep));
            TLanes t = one - x, t2 = t * t, q = TLanes.NegateMultiplyAdd(t2, t2, one);
            TLanes slope = sixteen * t2 * t * perA / q, eu = e * u;
            TLanes.Store(q * q, screens + n);
            TLanes.Store(slope * (v - p - p - p * e), ijs + n);
            TLanes.Store(slope * (p + eu), iks + n);
            TLanes.Store(slope * (p - eu), jks + n);
            TLanes.StoreWhole(TLanes.Load(work.TripleRowNumbers + n), work.TripleRows.Start + n);
        }
    }

    // S_ij and ∂ ln S_ij/∂r_ij² from those of its triples.
    private static void MultiplyUp(Workspace work, int firstPair, int firstTriple)
    {
        double* ijs = work.TripleIJ, screens = work.TripleScreening;
        int t = firstTriple;
        for (int n = firstPair; n < work.Pairs; n++)
        {
            double product = 1, own = 0;
            for (int end = work.TripleEnds.Start[n]; t < end; t++)
            {
                product *= screens[t];
                own += ijs[t];
            }

            work.PairWeight.Start[n] = product;
            work.PairOwn[n] = own;
        }
    }

    private static void FinishPairs(MeamConstants constants, Workspace work, int first)
    {
        double* distance = work.PairDistance, weights = work.PairWeight.Start, alongs = work.PairAlong.Start, owns = work.PairOwn, energies = work.PairEnergy.Start, slopes = work.PairSlope.Start;
        TLanes one = TLanes.All(1), zero = TLanes.All(0), cutoff = TLanes.All(constants.Cutoff), perWidth = TLanes.All(constants.PerCutoffWidth);
        for (int n = first; n < work.Pairs; n += TLanes.Width)
        {
            TLanes r = TLanes.Sqrt(TLanes.Min(TLanes.Load(distance + n), TLanes.All(constants.CutoffSquared))), perR = one / r, s = TLanes.Load(weights + n);
            // f_c = (1 − t⁴)², t = 1 − (r_c − r)/Δr between 0 and 1;  f_c′ = −8 t³ (1 − t⁴)/Δr
            TLanes t = TLanes.Max(one - (cutoff - r) * perWidth, zero), t2 = t * t, q = TLanes.NegateMultiplyAdd(t2, t2, one);
            TLanes weight = s * q * q;
            Pair(constants.Pairs, r, out TLanes phi, out TLanes slope);
            TLanes.Store(weight, weights + n);
            TLanes cut = TLanes.All(-8) * perWidth * t2 * t * q * s * perR;
            TLanes.Store(TLanes.MultiplyAdd(weight + weight, TLanes.Load(owns + n), cut), alongs + n);
            TLanes.Store(phi, energies + n);
            TLanes.Store(weight * slope * perR, slopes + n);
        }
    }

    // S f_c into both slots of a pair. Of a pair between two threads' atoms each thread fills its own slot.
    private static void Publish(Workspace work, int first, double* bonds, int firstSlot, int endSlot)
    {
        double* weights = work.PairWeight.Start;
        for (int n = first; n < work.Pairs; n++)
        {
            int slot = work.PairSlots.Start[n], back = work.PairReverse.Start[n];
            double s = weights[n] < Negligible ? 0 : weights[n];
            bonds[slot] = s;
            if (back >= firstSlot && back < endSlot) bonds[back] = s;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pair(PairTable table, TLanes r, out TLanes value, out TLanes slope)
    {
        TLanes scaled = r * TLanes.All(table.PerInterval), index = TLanes.Floor(scaled), t = scaled - index;
        TLanes.LoadQuintics(table.Rows, index, out Quintic<TLanes> c);
        value = TLanes.MultiplyAdd(TLanes.MultiplyAdd(TLanes.MultiplyAdd(TLanes.MultiplyAdd(TLanes.MultiplyAdd(c.C5, t, c.C4), t, c.C3), t, c.C2), t, c.C1), t, c.C0);
        TLanes four = TLanes.MultiplyAdd(TLanes.All(5) * c.C5, t, TLanes.All(4) * c.C4);
        slope = TLanes.MultiplyAdd(TLanes.MultiplyAdd(TLanes.MultiplyAdd(four, t, TLanes.All(3) * c.C3), t, c.C2 + c.C2), t, c.C1) * TLanes.All(table.PerInterval);
    }
}
