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

    /// <summary>Finds the neighbours of some atoms and how much of each the others let them see.</summary>
    public static void Run(MeamConstants constants, NeighbourLists lists, int first, ReadOnlySpan<Surroundings> atoms)
    {
        for (int n = 0; n < atoms.Length; n++) Look(constants, lists, first + n, atoms[n]);
        foreach (Surroundings around in atoms) FindTriples(constants, around);
        foreach (Surroundings around in atoms) ScreenTriples(constants, around);
        foreach (Surroundings around in atoms) MultiplyUp(around);
    }

    // Vectors to the neighbours, by row and by direction; and the least distance of each group and all after it: lists were ordered by distance once, and are still nearly so.
    private static void Look(MeamConstants constants, NeighbourLists lists, int i, Surroundings around)
    {
        double* nearest = around.Nearest;
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

    // With y = c/p and z = q/p the inside of the largest ellipse is  z + L (y − m)² − L m² < 0,  L = C_max − 1, m = C_max/(2 L):  with the vectors to j scaled by √L/p, five operations.
    private static void FindTriples(MeamConstants constants, Surroundings around)
    {
        TLanes limit = TLanes.All(constants.CutoffSquared), one = TLanes.All(1), scale = TLanes.All(constants.EllipseScale);
        TLanes middle = TLanes.All(-constants.EllipseScale * constants.EllipseMiddle), edge = TLanes.All(EdgeTolerance - constants.EllipseDepth);
        double* scaledX = around.ScaledX, scaledY = around.ScaledY, scaledZ = around.ScaledZ, perSquare = around.PerSquare, cs = around.TripleC;
        int* numbers = around.SlotNumbers, higher = around.HigherNumbers, slots = around.TripleSlots;
        int found = 0;
        for (int g = 0; g < around.Groups; g++)
        {
            int first = g * TLanes.Width;
            TLanes p = TLanes.Load(around.Squares + first), inverse = one / p, scaled = scale * inverse;
            TLanes.Store(one, around.Screening + first);
            TLanes.Store(inverse, perSquare + first);
            TLanes.Store(scaled * TLanes.Load(around.X + first), scaledX + first);
            TLanes.Store(scaled * TLanes.Load(around.Y + first), scaledY + first);
            TLanes.Store(scaled * TLanes.Load(around.Z + first), scaledZ + first);
            uint due = TLanes.Negative(p - limit);
            double screenerLimit = TLanes.Greatest(TLanes.Min(p, limit)) * constants.ScreenerReach;
            for (int kg = 0; kg < around.Groups && around.Nearest[kg] < screenerLimit; kg++)
            {
                int k = kg * TLanes.Width;
                TLanes x = TLanes.Load(around.X + k), y = TLanes.Load(around.Y + k), z = TLanes.Load(around.Z + k), q = TLanes.Load(around.Squares + k);
                // No branches on what is found: they would be mispredicted half of the time.
                for (uint rest = due; rest != 0; rest &= rest - 1)
                {
                    int j = first + BitOperations.TrailingZeroCount(rest);
                    TLanes c = TLanes.MultiplyAdd(x, TLanes.All(scaledX[j]), TLanes.MultiplyAdd(y, TLanes.All(scaledY[j]), TLanes.MultiplyAdd(z, TLanes.All(scaledZ[j]), middle)));
                    TLanes outside = TLanes.MultiplyAdd(c, c, TLanes.MultiplyAdd(q, TLanes.All(perSquare[j]), edge));
                    found += TLanes.CompressNegative(c, numbers + k, higher[j], outside, cs + found, slots + found);
                }
            }
        }

        around.Triples = found;
    }

    // S_ikj, and the derivatives of ln S_ikj: with w = 1/(y (1 − y)) and E = (z − y) w
    //     ∂E/∂p = −E y² w/p,   ∂E/∂q = w/p,   ∂E/∂c = w [E (2y − 1) − 1]/p,
    //     S = h², h = 1 − t⁴, t = 1 − x, x = (C − C_min)/(C_max − C_min),   ∂ ln S/∂x = 8 t³/h.
    // r_ij changes p by 2 r_ij and c by r_ik, r_ik changes q by 2 r_ik and c by r_ij.
    private static void ScreenTriples(MeamConstants constants, Surroundings around)
    {
        double* squares = around.Squares, perSquares = around.PerSquare, byJ = around.TripleJ, byK = around.TripleK, byBoth = around.TripleC, screens = around.TripleScreening;
        int* slots = around.TripleSlots;
        int groups = around.Groups * TLanes.Width / Lanes.MostWidth;
        TLanes one = TLanes.All(1), smallest = TLanes.All(constants.SmallestEllipse * constants.PerEllipseRange), perRange = TLanes.All(constants.PerEllipseRange), eight = TLanes.All(8 * constants.PerEllipseRange);
        TLanes perScale = TLanes.All(1 / constants.EllipseScale), middle = TLanes.All(constants.EllipseMiddle), least = TLanes.All(LeastStep);
        for (int n = 0; n < around.Triples; n += TLanes.Width)
        {
            TLanes perP = TLanes.Lookup(perSquares, groups, slots + n, 18, 14), q = TLanes.Lookup(squares, groups, slots + n, 2, 14), y = TLanes.MultiplyAdd(TLanes.Load(byBoth + n), perScale, middle);
            TLanes rest = one - y, w = one / (y * rest), e = TLanes.MultiplyAdd(q, perP, TLanes.All(0) - y) * w;
            TLanes x = TLanes.Max(TLanes.MultiplyAdd(e, perRange, TLanes.All(0) - smallest), least);
            TLanes t = one - x, t2 = t * t, h = TLanes.NegateMultiplyAdd(t2, t2, one);
            TLanes slope = eight * t2 * t * perP * w / h, twice = slope + slope;
            TLanes.Store(h * h, screens + n);
            TLanes.Store(twice, byK + n);
            TLanes.Store(TLanes.All(0) - twice * y * (y * e), byJ + n);
            TLanes.Store(slope * TLanes.MultiplyAdd(e, y - rest, TLanes.All(-1)), byBoth + n);
        }
    }

    // S_ij from those of its triples.
    private static void MultiplyUp(Surroundings around)
    {
        double* products = around.Screening, screens = around.TripleScreening;
        int* slots = around.TripleSlots;
        for (int n = 0, end = around.Triples; n < end; n++) products[(uint)slots[n] / Surroundings.HigherSlot] *= screens[n];
    }
}
