using System.Numerics;
using LiMeso.Atomistics.Neighbours;
using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Meam.Kernel;

// For each pair i j with r_ij < r_c:  S_ij = Π_k S_ikj,  S_ikj = f((C_ikj − C_min)/(C_max − C_min)),  f the smooth step. With p = r_ij², q = r_ik², c = r_ij·r_ik
//     C_ikj − 1 = E = p (q − c)/(c (p − c)),
// the ellipse through k with i and j at the ends of an axis (Baskes 1997), whose C is the product of the tangents of the angles at i and j. The inside of the ellipse of C_max is where
//     p q + c ((C_max − 1) c − C_max p) < 0,
// which needs no division and holds for no atom beyond the ends (c ≤ 0 or c ≥ p). Every such k is a neighbour of i, no further from it than √ScreenerReach r_ij.
//
// Both atoms of a pair work out its screening: that is twice the arithmetic, and half the memory traffic and no dependence of an atom on the order of the others.
// Cost an atom of bcc lithium at 300 K: some 20 pairs against 1 to 4 vectors of 8 neighbours each, 16 operations a vector; some 65 triples, 50 operations a vector.
internal static unsafe class ScreeningPass<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    // An atom that is one of the pair lies on the edge of all ellipses; by so much of r⁴ inside, as rounding may make it, counts as outside.
    // What that leaves out differs from 1 by less than rounding.
    private const double EdgeTolerance = 1e-9;

    // A screening that is not zero must not become exactly zero: its logarithm is differentiated.
    private const double LeastStep = 1e-12;

    /// <summary>Finds the neighbours of an atom and how much of each the others let it see.</summary>
    public static void Run(MeamConstants constants, NeighbourLists lists, int i, Surroundings around)
    {
        double* nearest = stackalloc double[lists.Stride / TLanes.Width + 1];
        Look(constants, lists, i, around, nearest);
        FindTriples(constants, around, nearest);
        ScreenTriples(constants, around, around.TripleScreening);
        MultiplyUp(around, around.TripleScreening);
    }

    // Vectors to the neighbours, by row and by direction; and the least distance of each group and all after it: lists were ordered by distance once, and are still nearly so.
    private static void Look(MeamConstants constants, NeighbourLists lists, int i, Surroundings around, double* nearest)
    {
        double* rows = lists.Rows, local = around.Rows;
        int* neighbours = lists.Neighbours + i * lists.Stride;
        int groups = lists.PaddedCounts[i] / TLanes.Width;
        for (int g = 0; g < groups; g++)
        {
            int n = g * TLanes.Width;
            TLanes.CopyRows(rows, neighbours + n, rows + 4 * i, local + 4 * n, out TLanes x, out TLanes y, out TLanes z);
            TLanes r2 = TLanes.MultiplyAdd(x, x, TLanes.MultiplyAdd(y, y, z * z));
            TLanes.Store(x, around.X + n);
            TLanes.Store(y, around.Y + n);
            TLanes.Store(z, around.Z + n);
            TLanes.Store(r2, around.Squares + n);
            nearest[g] = TLanes.Least(r2);
        }

        nearest[groups] = double.PositiveInfinity;
        for (int g = groups - 2; g >= 0; g--) nearest[g] = Math.Min(nearest[g], nearest[g + 1]);
        double reach = constants.CutoffSquared * constants.ScreenerReach;
        while (groups > 0 && !(nearest[groups - 1] < reach)) groups--;
        around.Groups = groups;
    }

    private static void FindTriples(MeamConstants constants, Surroundings around, double* nearest)
    {
        TLanes limit = TLanes.All(constants.CutoffSquared), one = TLanes.All(1), curvature = TLanes.All(constants.LargestEllipse);
        double* xs = around.X, ys = around.Y, zs = around.Z, squares = around.Squares, ps = around.TripleJ, qs = around.TripleK, cs = around.TripleJK;
        int* slots = around.TripleSlots, numbers = around.SlotNumbers;
        int found = 0;
        for (int g = 0; g < around.Groups; g++)
        {
            int first = g * TLanes.Width;
            TLanes.Store(one, around.Screening + first);
            for (uint due = TLanes.Negative(TLanes.Load(squares + first) - limit); due != 0; due &= due - 1)
            {
                int j = first + BitOperations.TrailingZeroCount(due), high = j * Surroundings.HigherSlot;
                double pj = squares[j], screenerLimit = pj * constants.ScreenerReach;
                TLanes p = TLanes.All(pj), edge = TLanes.All(EdgeTolerance * pj * pj), slope = TLanes.All(-(constants.LargestEllipse + 1) * pj);
                TLanes xj = TLanes.All(xs[j]), yj = TLanes.All(ys[j]), zj = TLanes.All(zs[j]);
                double* next = nearest;
                // No branches on what is found: they would be mispredicted half of the time.
                for (int k = 0; *next < screenerLimit; k += TLanes.Width, next++)
                {
                    TLanes c = TLanes.MultiplyAdd(TLanes.Load(xs + k), xj, TLanes.MultiplyAdd(TLanes.Load(ys + k), yj, TLanes.Load(zs + k) * zj));
                    TLanes q = TLanes.Load(squares + k);
                    TLanes outside = TLanes.MultiplyAdd(c, TLanes.MultiplyAdd(curvature, c, slope), TLanes.MultiplyAdd(p, q, edge));
                    uint screens = TLanes.Negative(outside);
                    TLanes.Compress(c, screens, cs + found);
                    TLanes.Compress(q, screens, qs + found);
                    TLanes.Store(p, ps + found);
                    TLanes.CompressSum(numbers + k, high, screens, slots + found);
                    found += BitOperations.PopCount(screens);
                }
            }
        }

        around.Triples = found;
    }

    // S_ikj, and the derivatives of ln S_ikj: with w = 1/(c (p − c)) and E = p (q − c) w
    //     ∂E/∂p = −(q − c)(c w)²,   ∂E/∂q = p w,   ∂E/∂c = w [E (2c − p) − p],
    //     S = h², h = 1 − t⁴, t = 1 − x, x = (C − C_min)/(C_max − C_min),   ∂ ln S/∂x = 8 t³/h.
    // r_ij changes p by 2 r_ij and c by r_ik, r_ik changes q by 2 r_ik and c by r_ij.
    private static void ScreenTriples(MeamConstants constants, Surroundings around, double* screens)
    {
        double* ps = around.TripleJ, qs = around.TripleK, cs = around.TripleJK;
        TLanes one = TLanes.All(1), zero = TLanes.All(0), smallest = TLanes.All(constants.SmallestEllipse), perRange = TLanes.All(constants.PerEllipseRange), eight = TLanes.All(8 * constants.PerEllipseRange);
        for (int n = 0; n < around.Triples; n += TLanes.Width)
        {
            TLanes p = TLanes.Load(ps + n), q = TLanes.Load(qs + n), c = TLanes.Load(cs + n);
            TLanes rest = p - c, w = one / (c * rest), pw = p * w, lift = q - c, e = lift * pw;
            TLanes x = TLanes.Max((e - smallest) * perRange, TLanes.All(LeastStep));
            TLanes t = one - x, t2 = t * t, h = TLanes.NegateMultiplyAdd(t2, t2, one);
            TLanes slope = eight * t2 * t / h, cw = c * w;
            TLanes.Store(h * h, screens + n);
            TLanes.Store((zero - slope - slope) * lift * cw * cw, ps + n);
            TLanes.Store((slope + slope) * pw, qs + n);
            TLanes.Store(slope * w * TLanes.MultiplyAdd(e, c - rest, zero - p), cs + n);
        }
    }

    // S_ij from those of its triples.
    private static void MultiplyUp(Surroundings around, double* screens)
    {
        double* products = around.Screening;
        int* slots = around.TripleSlots;
        for (int n = 0, end = around.Triples; n < end; n++) products[(uint)slots[n] / Surroundings.HigherSlot] *= screens[n];
    }
}
