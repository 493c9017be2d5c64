using System.Numerics;

namespace LiMeso.FiniteVolume.Operators;

// Net inflow of cell p:  q_p = E_p (c_{p+1} − c_p) − E_{p−1} (c_p − c_{p−1}) + N_p (c_{p+w} − c_p) − N_{p−w} (c_p − c_{p−w})
// E_p: conductance of the face between p and p + 1; N_p: between p and p + w, where w is the number of cells in a row.
// The E of the last cell in a row and the N of the last row are zero: rows do not see each other through their ends,
// and one loop without branches runs over all of them.
// E part: 4 loads (3 of them from cache), 1 store a cell; N part the same and one load more. Memory-bound beyond L2.

/// <summary>The diffusion operator's kernel: what flows into each cell through its inner faces. Allocates nothing.</summary>
public static class FluxDivergence
{
    /// <summary>Net inflow of every cell of a one-dimensional mesh.</summary>
    /// <param name="concentration">c, one per cell.</param>
    /// <param name="east">Conductance of the face after each cell; the last is 0.</param>
    /// <param name="inflow">Receives the inflow, in the unit of conductance × concentration.</param>
    public static void Compute(ReadOnlySpan<double> concentration, ReadOnlySpan<double> east, Span<double> inflow)
    {
        int n = concentration.Length, wide = Vector<double>.Count, i = 1;
        inflow[0] = east[0] * (concentration[1] - concentration[0]);
        for (; i + wide <= n - 1; i += wide)
        {
            var here = new Vector<double>(concentration[i..]);
            Vector<double> right = new Vector<double>(east[i..]) * (new Vector<double>(concentration[(i + 1)..]) - here);
            Vector<double> left = new Vector<double>(east[(i - 1)..]) * (here - new Vector<double>(concentration[(i - 1)..]));
            (right - left).CopyTo(inflow[i..]);
        }

        for (; i < n - 1; i++)
            inflow[i] = east[i] * (concentration[i + 1] - concentration[i]) - east[i - 1] * (concentration[i] - concentration[i - 1]);
        inflow[n - 1] = -(east[n - 2] * (concentration[n - 1] - concentration[n - 2]));
    }

    /// <summary>Adds what flows in from the rows above and below, in two dimensions.</summary>
    /// <param name="concentration">c, one per cell, x fastest.</param>
    /// <param name="north">Conductance of the face between each cell and the one a row further; the last row is 0.</param>
    /// <param name="rowLength">Cells a row.</param>
    /// <param name="inflow">Is added to.</param>
    public static void AddAcrossRows(ReadOnlySpan<double> concentration, ReadOnlySpan<double> north, int rowLength, Span<double> inflow)
    {
        int n = concentration.Length, w = rowLength, wide = Vector<double>.Count, i = w;
        for (int k = 0; k < w; k++) inflow[k] += north[k] * (concentration[k + w] - concentration[k]);
        for (; i + wide <= n - w; i += wide)
        {
            var here = new Vector<double>(concentration[i..]);
            Vector<double> up = new Vector<double>(north[i..]) * (new Vector<double>(concentration[(i + w)..]) - here);
            Vector<double> down = new Vector<double>(north[(i - w)..]) * (here - new Vector<double>(concentration[(i - w)..]));
            (new Vector<double>(inflow[i..]) + (up - down)).CopyTo(inflow[i..]);
        }

        for (; i < n - w; i++)
            inflow[i] += north[i] * (concentration[i + w] - concentration[i]) - north[i - w] * (concentration[i] - concentration[i - w]);
        for (; i < n; i++) inflow[i] -= north[i - w] * (concentration[i] - concentration[i - w]);
    }
}
