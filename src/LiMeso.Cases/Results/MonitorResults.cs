using LiMeso.FiniteVolume.Monitors;

namespace LiMeso.Cases.Results;

/// <summary>Keeps what monitors recorded among the results of a run.</summary>
internal static class MonitorResults
{
    /// <summary>Name of the list of all monitors' keys.</summary>
    public const string List = "monitors_in_order";

    /// <summary>Records the monitors: arrays <c>monitor/KEY/time</c> and <c>monitor/KEY/values</c>, texts and numbers <c>monitors.KEY.…</c>.</summary>
    /// <param name="results">Where to.</param>
    /// <param name="monitors">The monitors, after the run.</param>
    public static void Add(ResultData results, IReadOnlyList<IMonitor> monitors)
    {
        results.SetList(List, monitors.Select(m => ResultKey.Of(m.Name)));
        foreach (IMonitor monitor in monitors)
        {
            string key = ResultKey.Of(monitor.Name);
            results.Set($"monitors.{key}.name", monitor.Name);
            if (monitor is RecordingMonitor recording) AddSeries(results, key, recording.Series);
            if (monitor is PointProbe probe) AddPoints(results, key, probe.Points);
            if (monitor is IStopCondition stop) results.Set($"monitors.{key}.meaning", stop.Meaning);
            if (monitor is InterfaceDepletionMonitor depletion) results.Set($"monitors.{key}.depletion_time_s", depletion.DepletionTime ?? double.PositiveInfinity);
        }
    }

    private static void AddSeries(ResultData results, string key, TimeSeries series)
    {
        double[,] values = new double[series.Rows, series.Columns.Count];
        for (int row = 0; row < series.Rows; row++)
        {
            for (int column = 0; column < series.Columns.Count; column++) values[row, column] = series[row][column];
        }

        results.SetList($"monitors.{key}.columns", series.Columns);
        results.Set($"monitor/{key}/time", "s", $"{key} row", series.Times.ToArray());
        results.Set($"monitor/{key}/values", series.Unit, $"{key} row", $"{key} column", values);
    }

    private static void AddPoints(ResultData results, string key, IReadOnlyList<FiniteVolume.Meshes.Point> points)
    {
        results.Set($"monitor/{key}/x", "m", $"{key} column", [.. points.Select(p => p.X)]);
        results.Set($"monitor/{key}/y", "m", $"{key} column", [.. points.Select(p => p.Y)]);
    }
}
