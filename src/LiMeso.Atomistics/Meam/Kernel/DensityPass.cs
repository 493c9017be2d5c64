using System.Numerics;
using LiMeso.Atomistics.Neighbours;
using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Meam.Kernel;

// With u = r_ij/r, e_h = ρ0 exp(−β_h (r/r_e − 1)) and s = S f_c, the moments of atom i are, summed over its neighbours,
//     ρ0 = Σ s e0,   A = Σ s e1 u,   B = Σ s e2 u u,  b = Σ s e2,   C = Σ s e3 u u u,  c = Σ s e3 u,
// its partial densities ρ1² = A·A, ρ2² = B:B − b²/3, ρ3² = C⋮C − 3/5 c·c, and its energy F(ρ0, Γ), Γ = Σ_h t_h ρ_h²/ρ0².
// With k0 = ∂F/∂ρ0 − 2 (Γ/ρ0) ∂F/∂Γ and k_h = 2 t_h/ρ0² ∂F/∂Γ the energy changes by
//     ∂F/∂(s of j) = k0 e0 + k1 e1 (A·u) + k2 e2 (u·B·u − b/3) + k3 e3 (C⋮uuu − 3/5 c·u),
// along u through the e_h, and across u through u itself: ∂u/∂r_ij = (1 − u u)/r. Each atom needs only its own neighbours: its energy's gradient
// goes to the neighbours, with the other sign to itself, and the derivative by s to the force pass, which knows both atoms of a pair.
//
// Cost an atom of bcc lithium at 300 K: some 20 neighbours, 3 vectors of 8; about 230 operations a vector, of which 60 for two exponentials.
internal static unsafe class DensityPass<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    /// <summary>Energies of some atoms and the forces they exert through their densities.</summary>
    /// <param name="constants">The potential.</param>
    /// <param name="embedding">Its embedding energy.</param>
    /// <param name="lists">Neighbours.</param>
    /// <param name="work">Where the forces go.</param>
    /// <param name="screening">S f_c by slot; set to zero after use.</param>
    /// <param name="sensitivity">∂F_i/∂s by slot, written where s is not zero.</param>
    /// <param name="atoms">Which atoms.</param>
    public static void Run(MeamConstants constants, EmbeddingFunction embedding, NeighbourLists lists, Workspace work, double* screening, double* sensitivity, (int First, int End) atoms)
    {
        double* rows = lists.Rows, forces = work.Forces.Start, weights = work.Screening.Start;
        double* xs = work.X.Start, ys = work.Y.Start, zs = work.Z.Start, lengths = work.DistanceSquared.Start;
        int* slots = work.Slots.Start, neighbourRows = work.NeighbourRows.Start;
        int nowhere = lists.ExtendedCount;
        var (b0, b1, b2, b3) = (constants.Decay.B0, constants.Decay.B1, constants.Decay.B2, constants.Decay.B3);
        bool thirdIsFirst = b3 == b1, secondIsFourthPower = b2 == 4 * b1;
        TLanes scale = TLanes.All(constants.DensityScale), perDistance = TLanes.All(constants.PerNeighbourDistance), one = TLanes.All(1);
        for (int i = atoms.First; i < atoms.End; i++)
        {
            int count = Collect(lists, i, screening, slots, neighbourRows, weights);
            if (count == 0) continue;
            int padded = (count + TLanes.Width - 1) / TLanes.Width * TLanes.Width;
            for (int n = count; n < padded; n++) (neighbourRows[n], weights[n]) = (nowhere, 0);

            TLanes xi = TLanes.All(rows[4 * i]), yi = TLanes.All(rows[4 * i + 1]), zi = TLanes.All(rows[4 * i + 2]);
            TLanes zero = TLanes.All(0), density = zero, ax = zero, ay = zero, az = zero, bb = zero, cx = zero, cy = zero, cz = zero;
            TLanes bxx = zero, byy = zero, bzz = zero, bxy = zero, bxz = zero, byz = zero;
            TLanes cxxx = zero, cyyy = zero, czzz = zero, cxxy = zero, cxxz = zero, cxyy = zero, cyyz = zero, cxzz = zero, cyzz = zero, cxyz = zero;
            for (int n = 0; n < padded; n += TLanes.Width)
            {
                TLanes.GatherRows(rows, neighbourRows + n, out TLanes x, out TLanes y, out TLanes z);
                (x, y, z) = (x - xi, y - yi, z - zi);
                TLanes r = TLanes.Sqrt(TLanes.MultiplyAdd(x, x, TLanes.MultiplyAdd(y, y, z * z))), perR = one / r;
                (x, y, z) = (x * perR, y * perR, z * perR);
                TLanes.Store(x, xs + n);
                TLanes.Store(y, ys + n);
                TLanes.Store(z, zs + n);
                TLanes.Store(r, lengths + n);
                TLanes s = TLanes.Load(weights + n) * scale;
                TLanes.Store(s, weights + n);
                TLanes d = one - r * perDistance;
                TLanes e1 = Exponential.Of(TLanes.All(b1) * d);
                TLanes e2 = secondIsFourthPower ? e1 * e1 * (e1 * e1) : Exponential.Of(TLanes.All(b2) * d);
                TLanes e3 = thirdIsFirst ? e1 : Exponential.Of(TLanes.All(b3) * d);
                density = TLanes.MultiplyAdd(s, Exponential.Of(TLanes.All(b0) * d), density);
                (e1, e2, e3) = (e1 * s, e2 * s, e3 * s);
                ax = TLanes.MultiplyAdd(e1, x, ax);
                ay = TLanes.MultiplyAdd(e1, y, ay);
                az = TLanes.MultiplyAdd(e1, z, az);
                TLanes xe = e2 * x, ye = e2 * y;
                bb += e2;
                bxx = TLanes.MultiplyAdd(xe, x, bxx);
                bxy = TLanes.MultiplyAdd(xe, y, bxy);
                bxz = TLanes.MultiplyAdd(xe, z, bxz);
                byy = TLanes.MultiplyAdd(ye, y, byy);
                byz = TLanes.MultiplyAdd(ye, z, byz);
                bzz = TLanes.MultiplyAdd(e2 * z, z, bzz);
                (xe, ye) = (e3 * x, e3 * y);
                TLanes ze = e3 * z, xx = xe * x, yy = ye * y, zz = ze * z;
                cx += xe;
                cy += ye;
                cz += ze;
                cxxx = TLanes.MultiplyAdd(xx, x, cxxx);
                cxxy = TLanes.MultiplyAdd(xx, y, cxxy);
                cxxz = TLanes.MultiplyAdd(xx, z, cxxz);
                cxyy = TLanes.MultiplyAdd(yy, x, cxyy);
                cyyy = TLanes.MultiplyAdd(yy, y, cyyy);
                cyyz = TLanes.MultiplyAdd(yy, z, cyyz);
                cxzz = TLanes.MultiplyAdd(zz, x, cxzz);
                cyzz = TLanes.MultiplyAdd(zz, y, cyzz);
                czzz = TLanes.MultiplyAdd(zz, z, czzz);
                cxyz = TLanes.MultiplyAdd(xe * y, z, cxyz);
            }

            double rho = TLanes.Sum(density), sumB = TLanes.Sum(bb);
            (double x1, double y1, double z1) = (TLanes.Sum(ax), TLanes.Sum(ay), TLanes.Sum(az));
            (double xx2, double yy2, double zz2, double xy2, double xz2, double yz2) = (TLanes.Sum(bxx), TLanes.Sum(byy), TLanes.Sum(bzz), TLanes.Sum(bxy), TLanes.Sum(bxz), TLanes.Sum(byz));
            (double x3, double y3, double z3) = (TLanes.Sum(cx), TLanes.Sum(cy), TLanes.Sum(cz));
            (double xxx, double yyy, double zzz, double xxy, double xxz) = (TLanes.Sum(cxxx), TLanes.Sum(cyyy), TLanes.Sum(czzz), TLanes.Sum(cxxy), TLanes.Sum(cxxz));
            (double xyy, double yyz, double xzz, double yzz, double xyz) = (TLanes.Sum(cxyy), TLanes.Sum(cyyz), TLanes.Sum(cxzz), TLanes.Sum(cyzz), TLanes.Sum(cxyz));

            double rho1 = x1 * x1 + y1 * y1 + z1 * z1;
            double rho2 = xx2 * xx2 + yy2 * yy2 + zz2 * zz2 + 2 * (xy2 * xy2 + xz2 * xz2 + yz2 * yz2) - sumB * sumB / 3;
            double rho3 = xxx * xxx + yyy * yyy + zzz * zzz + 3 * (xxy * xxy + xxz * xxz + xyy * xyy + yyz * yyz + xzz * xzz + yzz * yzz) + 6 * xyz * xyz
                - 0.6 * (x3 * x3 + y3 * y3 + z3 * z3);
            (double t1, double t2, double t3) = constants.Weights;
            double perRho2 = 1 / (rho * rho), gamma = (t1 * rho1 + t2 * rho2 + t3 * rho3) * perRho2;
            double energy = embedding.Energy(rho, gamma, out double byDensity, out double byGamma);
            double k = 2 * perRho2 * byGamma;

            // The moments times the coefficients: what is left for each neighbour is to contract them with u.
            TLanes k0 = TLanes.All(byDensity - 2 * gamma / rho * byGamma), k1 = TLanes.All(k * t1), k2 = TLanes.All(k * t2), k3 = TLanes.All(k * t3);
            (ax, ay, az) = (TLanes.All(x1) * k1, TLanes.All(y1) * k1, TLanes.All(z1) * k1);
            (bxx, byy, bzz) = (TLanes.All(xx2) * k2, TLanes.All(yy2) * k2, TLanes.All(zz2) * k2);
            (bxy, bxz, byz) = (TLanes.All(xy2) * k2, TLanes.All(xz2) * k2, TLanes.All(yz2) * k2);
            bb = TLanes.All(sumB / 3) * k2;
            (cx, cy, cz) = (TLanes.All(0.6 * x3) * k3, TLanes.All(0.6 * y3) * k3, TLanes.All(0.6 * z3) * k3);
            (cxxx, cyyy, czzz) = (TLanes.All(xxx) * k3, TLanes.All(yyy) * k3, TLanes.All(zzz) * k3);
            (cxxy, cxxz, cxyy, cyyz) = (TLanes.All(xxy) * k3, TLanes.All(xxz) * k3, TLanes.All(xyy) * k3, TLanes.All(yyz) * k3);
            (cxzz, cyzz, cxyz) = (TLanes.All(xzz) * k3, TLanes.All(yzz) * k3, TLanes.All(xyz) * k3);

            TLanes fx = zero, fy = zero, fz = zero, two = TLanes.All(2), three = TLanes.All(3);
            TLanes d0 = TLanes.All(-b0) * perDistance, d1 = TLanes.All(-b1) * perDistance, d2 = TLanes.All(-b2) * perDistance, d3 = TLanes.All(-b3) * perDistance;
            for (int n = 0; n < padded; n += TLanes.Width)
            {
                TLanes x = TLanes.Load(xs + n), y = TLanes.Load(ys + n), z = TLanes.Load(zs + n), r = TLanes.Load(lengths + n), s = TLanes.Load(weights + n);
                TLanes d = one - r * perDistance;
                TLanes e0 = Exponential.Of(TLanes.All(b0) * d), e1 = Exponential.Of(TLanes.All(b1) * d);
                TLanes e2 = secondIsFourthPower ? e1 * e1 * (e1 * e1) : Exponential.Of(TLanes.All(b2) * d);
                TLanes e3 = thirdIsFirst ? e1 : Exponential.Of(TLanes.All(b3) * d);

                // k2 B·u, k3 C:uu
                TLanes bx = TLanes.MultiplyAdd(bxx, x, TLanes.MultiplyAdd(bxy, y, bxz * z));
                TLanes by = TLanes.MultiplyAdd(bxy, x, TLanes.MultiplyAdd(byy, y, byz * z));
                TLanes bz = TLanes.MultiplyAdd(bxz, x, TLanes.MultiplyAdd(byz, y, bzz * z));
                TLanes xx = x * x, yy = y * y, zz = z * z, xy = two * x * y, xz = two * x * z, yz = two * y * z;
                TLanes gx = TLanes.MultiplyAdd(cxxx, xx, TLanes.MultiplyAdd(cxyy, yy, TLanes.MultiplyAdd(cxzz, zz, TLanes.MultiplyAdd(cxxy, xy, TLanes.MultiplyAdd(cxxz, xz, cxyz * yz)))));
                TLanes gy = TLanes.MultiplyAdd(cxxy, xx, TLanes.MultiplyAdd(cyyy, yy, TLanes.MultiplyAdd(cyzz, zz, TLanes.MultiplyAdd(cxyy, xy, TLanes.MultiplyAdd(cxyz, xz, cyyz * yz)))));
                TLanes gz = TLanes.MultiplyAdd(cxxz, xx, TLanes.MultiplyAdd(cyyz, yy, TLanes.MultiplyAdd(czzz, zz, TLanes.MultiplyAdd(cxyz, xy, TLanes.MultiplyAdd(cxzz, xz, cyzz * yz)))));

                TLanes au = TLanes.MultiplyAdd(ax, x, TLanes.MultiplyAdd(ay, y, az * z));
                TLanes bu = TLanes.MultiplyAdd(bx, x, TLanes.MultiplyAdd(by, y, bz * z));
                TLanes cu = TLanes.MultiplyAdd(gx, x, TLanes.MultiplyAdd(gy, y, gz * z));
                TLanes lu = TLanes.MultiplyAdd(cx, x, TLanes.MultiplyAdd(cy, y, cz * z));
                TLanes w0 = k0 * e0, w1 = au * e1, w2 = (bu - bb) * e2, w3 = (cu - lu) * e3;
                TLanes.Store((w0 + w1 + w2 + w3) * scale, work.Sensitivity.Start + n);

                // Across u: g − (g·u) u with g = e1 k1 A + 2 e2 k2 B·u + e3 (3 k3 C:uu − 3/5 k3 c).
                TLanes e22 = e2 + e2, e33 = three * e3;
                TLanes qx = TLanes.MultiplyAdd(e1, ax, TLanes.MultiplyAdd(e22, bx, TLanes.NegateMultiplyAdd(e3, cx, e33 * gx)));
                TLanes qy = TLanes.MultiplyAdd(e1, ay, TLanes.MultiplyAdd(e22, by, TLanes.NegateMultiplyAdd(e3, cy, e33 * gy)));
                TLanes qz = TLanes.MultiplyAdd(e1, az, TLanes.MultiplyAdd(e22, bz, TLanes.NegateMultiplyAdd(e3, cz, e33 * gz)));
                TLanes qu = TLanes.MultiplyAdd(qx, x, TLanes.MultiplyAdd(qy, y, qz * z));
                TLanes perR = s / r, along = TLanes.MultiplyAdd(d0, w0, TLanes.MultiplyAdd(d1, w1, TLanes.MultiplyAdd(d2, w2, d3 * w3)));
                along = TLanes.NegateMultiplyAdd(qu, perR, along * s);
                TLanes px = TLanes.MultiplyAdd(qx, perR, along * x), py = TLanes.MultiplyAdd(qy, perR, along * y), pz = TLanes.MultiplyAdd(qz, perR, along * z);
                (fx, fy, fz) = (fx + px, fy + py, fz + pz);
                TLanes.SubtractFromRows(forces, neighbourRows + n, px, py, pz, zero);
            }

            for (int n = 0; n < count; n++) sensitivity[slots[n]] = work.Sensitivity.Start[n];
            double* own = forces + 4 * i;
            own[0] += TLanes.Sum(fx);
            own[1] += TLanes.Sum(fy);
            own[2] += TLanes.Sum(fz);
            own[3] += energy;
        }
    }

    // The neighbours with s > 0, packed.
    private static int Collect(NeighbourLists lists, int i, double* screening, int* slots, int* rows, double* weights)
    {
        int firstSlot = i * lists.Stride, count = 0;
        double* s = screening + firstSlot;
        int* neighbours = lists.Neighbours + firstSlot;
        TLanes zero = TLanes.All(0);
        for (int first = 0, end = lists.PaddedCounts[i]; first < end; first += TLanes.Width)
        {
            TLanes values = TLanes.Load(s + first);
            uint positive = TLanes.Less(zero, values);
            TLanes.Store(zero, s + first);
            TLanes.Compress(values, positive, weights + count);
            for (uint bits = positive; bits != 0; bits &= bits - 1)
            {
                int slot = first + BitOperations.TrailingZeroCount(bits);
                slots[count] = firstSlot + slot;
                rows[count++] = neighbours[slot];
            }
        }

        return count;
    }
}
