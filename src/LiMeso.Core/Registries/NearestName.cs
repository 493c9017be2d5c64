namespace LiMeso.Core.Registries;

/// <summary>Finds the valid name that a misspelt one most likely meant.</summary>
public static class NearestName
{
    /// <summary>The candidate nearest to <paramref name="name"/>, or null when none is near enough to suggest.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">The valid names.</param>
    /// <returns>The candidate with the smallest edit distance (letter case, '-' and '_' ignored), if that is at most a third of the name's length, rounded up.</returns>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        string wanted = Fold(name);
        string? nearest = null;
        int best = (wanted.Length + 2) / 3 + 1;
        foreach (string candidate in candidates)
        {
            int distance = EditDistance(wanted, Fold(candidate));
            if (distance < best) (nearest, best) = (candidate, distance);
        }

        return nearest;
    }

    private static string Fold(string s) =>
        string.Concat(s.Where(c => c is not ('-' or '_'))).ToUpperInvariant();

    // Letters inserted, left out, replaced, or two neighbours swapped, each counting 1 (optimal string alignment), by the three-row dynamic programme.
    private static int EditDistance(string a, string b)
    {
        int[] beforeLast = new int[b.Length + 1], last = [.. Enumerable.Range(0, b.Length + 1)], current = new int[b.Length + 1];
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(substitution, 1 + Math.Min(last[j], current[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }
}
