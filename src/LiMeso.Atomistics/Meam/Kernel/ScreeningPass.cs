using System.Numerics;
using LiMeso.Atomistics.Neighbours;
using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Meam.Kernel;

// For each pair i j with r_ij < r_c:  S_ij = Π_k S_ikj,  S_ikj = f((C_ikj − C_min)/(C_max − C_min)),  f the smooth step. With p = r_ij², y = r_ij·r_ik/p, z = r_ik²/p
//     C_ikj − 1 = E = (z − y)/(y (1 − y)),
// the ellipse through k with i and j at the ends of an axis (Baskes 1997), whose C is the product of the tangents of the angles at i and j. The inside of the ellipse of C_max is where
//     z + L (y − m)² − L m² < 0,   L = C_max − 1,   m = C_max/(2 L),
// which needs no division and holds for no atom beyond the ends (y ≤ 0 or y ≥ 1). Every such k is a neighbour of i, no further from it than √ScreenerReach r_ij.
// That is first tried in single precision with some tolerance: an atom let in for nothing has S = 1.
//
// Both atoms of a pair work out its screening: that is twice the arithmetic, but nothing passes from atom to atom, and nothing is stored beyond the first caches.
// Cost an atom of bcc lithium at 300 K: some 20 pairs against 1 or 2 vectors of 16 neighbours each, 10 operations a vector; some 50 triples, 70 operations a vector of 8.
internal static unsafe class ScreeningPass<TLanes, TSingles>
    where TLanes : struct, ILanes<TLanes>
    where TSingles : struct, ISingles<TSingles>
{
    // How far outside the largest ellipse, in units of r_ij², counts as inside: some thirty times what single precision may make of its edge.
    private const float Tolerance = 1e-4f;

    // Reaches a little further for the same reason.
    private const double Generous = 1 + 1e-3;

    // A square where there is no atom, far beyond what vectors left over from others can make up for.
    private const double Far = 1e30;

    // A screening that is not zero must not become exactly zero: its logarithm is differentiated.
    private const double LeastStep = 1e-12;

    /// <summary>Finds the neighbours of some atoms and how much of each the others let them see.</summary>
    public static void Run(MeamConstants constants, NeighbourLists lists, int first, ReadOnlySpan<Surroundings> atoms, ScreenerSearch search)
    {
        for (int n = 0; n < atoms.Length; n++)
        {
            Look(constants, lists, first + n, atoms[n], search);
            FindTriples(constants, atoms[n], search);
            LookUp(atoms[n]);
            ScreenTriples(constants, atoms[n], search.Screening);
            MultiplyUp(atoms[n], search.Screening);
        }
    }

    // Vectors to the neighbours, by row and by direction; and the least distance of each group and all after it. Lists were ordered by distance once, and are still nearly so:
    // groups at the end of which no one is near enough are left out.
    private static void Look(MeamConstants constants, NeighbourLists lists, int i, Surroundings around, ScreenerSearch search)
    {
        double* nearest = around.Nearest, rows = lists.Rows;
        int* neighbours = lists.Neighbours + i * lists.Stride;
        double reach = constants.CutoffSquared * constants.ScreenerReach * Generous, least = double.PositiveInfinity;
        int groups = 0;
        for (int g = lists.PaddedCounts[i] / TLanes.Width - 1; g >= 0; g--)
        {
            int n = g * TLanes.Width;
            TLanes.CopyRows(rows, neighbours + n, rows + 4 * i, around.Rows + 4 * n, out TLanes x, out TLanes y, out TLanes z);
            TLanes r2 = TLanes.MultiplyAdd(x, x, TLanes.MultiplyAdd(y, y, z * z));
            nearest[g] = least = Math.Min(least, TLanes.Least(r2));
            if (!(least < reach)) continue;
            groups = Math.Max(groups, g + 1);
            TLanes.Store(x, around.X + n);
            TLanes.Store(y, around.Y + n);
            TLanes.Store(z, around.Z + n);
            TLanes.Store(r2, around.Squares + n);
            TLanes.StoreSingles(x, search.X + n);
            TLanes.StoreSingles(y, search.Y + n);
            TLanes.StoreSingles(z, search.Z + n);
            TLanes.StoreSingles(r2, search.Squares + n);
        }

        // Single precision goes by two groups at a time: where there is only one, there is no one in the other.
        for (int n = groups * TLanes.Width; n % TSingles.Width != 0; n += TLanes.Width) TLanes.StoreSingles(TLanes.All(Far), search.Squares + n);
        nearest[groups] = nearest[groups + 1] = double.PositiveInfinity;
        around.Groups = groups;
    }

    private static void FindTriples(MeamConstants constants, Surroundings around, ScreenerSearch search)
    {
        TLanes limit = TLanes.All(constants.CutoffSquared), one = TLanes.All(1), scale = TLanes.All(constants.EllipseScale);
        TSingles middle = TSingles.All((float)(-constants.EllipseScale * constants.EllipseMiddle)), edge = TSingles.All(-Tolerance - (float)constants.EllipseDepth);
        float* scaledX = search.ScaledX, scaledY = search.ScaledY, scaledZ = search.ScaledZ, inverses = search.Inverses;
        int* numbers = search.SlotNumbers, slots = around.TripleSlots;
        int found = 0;
        for (int g = 0; g < around.Groups; g++)
        {
            int first = g * TLanes.Width;
            TLanes p = TLanes.Load(around.Squares + first), inverse = TLanes.Reciprocal(p), scaled = scale * inverse;
            TLanes.Store(one, around.Screening + first);
            TLanes.Store(inverse, around.PerSquare + first);
            TLanes.StoreSingles(inverse, inverses + first);
            TLanes.StoreSingles(scaled * TLanes.Load(around.X + first), scaledX + first);
            TLanes.StoreSingles(scaled * TLanes.Load(around.Y + first), scaledY + first);
            TLanes.StoreSingles(scaled * TLanes.Load(around.Z + first), scaledZ + first);
            uint due = TLanes.Negative(p - limit);
            double screenerLimit = TLanes.Greatest(TLanes.Min(p, limit)) * constants.ScreenerReach * Generous;
            for (int k = 0; around.Nearest[k / TLanes.Width] < screenerLimit; k += TSingles.Width)
            {
                TSingles x = TSingles.Load(search.X + k), y = TSingles.Load(search.Y + k), z = TSingles.Load(search.Z + k), q = TSingles.Load(search.Squares + k);
                float* notItself = search.NotItself + k;
                // No branches on what is found: they would be mispredicted half of the time.
                for (uint rest = due; rest != 0; rest &= rest - 1)
                {
                    int j = first + BitOperations.TrailingZeroCount(rest);
                    TSingles c = TSingles.MultiplyAdd(x, TSingles.All(scaledX[j]), TSingles.MultiplyAdd(y, TSingles.All(scaledY[j]), TSingles.MultiplyAdd(z, TSingles.All(scaledZ[j]), middle)));
                    TSingles outside = TSingles.MultiplyAdd(c, c, TSingles.MultiplyAdd(q, TSingles.All(inverses[j]), edge)) + TSingles.Load(notItself - j);
                    found += TSingles.CompressNegative(outside, numbers + k, j * Surroundings.HigherSlot, slots + found);
                }
            }
        }

        // Up to a whole vector, triples of no one.
        for (int n = 0; n < TLanes.Width; n++) slots[found + n] = around.Nobody * Surroundings.HigherSlot;
        around.Triples = found;
    }

    // y, z and 1/p of the triples.
    private static void LookUp(Surroundings around)
    {
        double* xs = around.X, ys = around.Y, zs = around.Z, squares = around.Squares, perSquare = around.PerSquare, byJ = around.TripleJ, byK = around.TripleK, byBoth = around.TripleBoth;
        int* slots = around.TripleSlots;
        int groups = around.Groups;
        for (int n = 0; n < around.Triples; n += TLanes.Width)
        {
            TLanes j = TLanes.LoadIndex(slots + n, Surroundings.HigherShift + Surroundings.SlotUnitBits, Surroundings.SlotBits), k = TLanes.LoadIndex(slots + n, Surroundings.SlotUnitBits, Surroundings.SlotBits);
            TLanes c = TLanes.MultiplyAdd(TLanes.Lookup(xs, groups, j), TLanes.Lookup(xs, groups, k),
                TLanes.MultiplyAdd(TLanes.Lookup(ys, groups, j), TLanes.Lookup(ys, groups, k), TLanes.Lookup(zs, groups, j) * TLanes.Lookup(zs, groups, k)));
            TLanes perP = TLanes.Lookup(perSquare, groups, j), q = TLanes.Lookup(squares, groups, k);
            TLanes.Store(c * perP, byBoth + n);
            TLanes.Store(q * perP, byK + n);
            TLanes.Store(perP, byJ + n);
        }
    }

    // S_ikj, and the derivatives of ln S_ikj: with d = y (1 − y), n = z − y and E = n/d
    //     ∂E/∂(r_ij²) = −E y²/(d p),   ∂E/∂(r_ik²) = 1/(d p),   ∂E/∂(r_ij·r_ik) = [E (2y − 1) − 1]/(d p),
    //     S = h², h = 1 − t⁴, t = [(C_max − 1) − E]/(C_max − C_min) between 0 and 1,   ∂ ln S/∂E = −8 t³/h ∂t/∂E.
    // With T = t d the one division is by (d⁴ − T⁴) d⁴. r_ij changes r_ij² by 2 r_ij and the product by r_ik, r_ik changes r_ik² by 2 r_ik and the product by r_ij.
    private static void ScreenTriples(MeamConstants constants, Surroundings around, double* screens)
    {
        double* byJ = around.TripleJ, byK = around.TripleK, byBoth = around.TripleBoth;
        TLanes zero = TLanes.All(0), one = TLanes.All(1), almost = TLanes.All(1 - LeastStep), perRange = TLanes.All(constants.PerEllipseRange);
        TLanes largest = TLanes.All(constants.LargestEllipse * constants.PerEllipseRange), steepness = TLanes.All(8 * constants.PerEllipseRange);
        for (int n = 0; n < around.Triples; n += TLanes.Width)
        {
            TLanes y = TLanes.Load(byBoth + n), rest = one - y, d = y * rest, lift = TLanes.Load(byK + n) - y;
            TLanes t = TLanes.Min(TLanes.Max(TLanes.NegateMultiplyAdd(lift, perRange, largest * d), zero), almost * d);
            TLanes d2 = d * d, d4 = d2 * d2, t2 = t * t, h = TLanes.NegateMultiplyAdd(t2, t2, d4);
            TLanes inverse = TLanes.Reciprocal(h * d4), perD4 = inverse * h, factor = h * perD4, e = lift * (d2 * d) * perD4;
            TLanes slope = steepness * TLanes.Load(byJ + n) * (t2 * t) * (inverse * d4), twice = slope + slope;
            TLanes.Store(factor * factor, screens + n);
            TLanes.Store(twice, byK + n);
            TLanes.Store(zero - twice * y * (y * e), byJ + n);
            TLanes.Store(slope * TLanes.MultiplyAdd(e, y - rest, zero - one), byBoth + n);
        }
    }

    // S_ij from those of its triples.
    private static void MultiplyUp(Surroundings around, double* screens)
    {
        double* products = around.Screening;
        for (int* slot = around.TripleSlots, end = slot + around.Triples; slot < end; slot++) products[(uint)*slot / Surroundings.HigherSlot] *= *screens++;
    }
}
