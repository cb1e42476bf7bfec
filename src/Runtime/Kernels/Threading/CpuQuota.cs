namespace NnGen.Kernels;

/// <summary>
/// Whether a container may use its processors for part of the time only. Time spent spinning would then be missing for work.
/// </summary>
internal static class CpuQuota
{
    // Of control groups in version 2 and 1, as a container sees its own. Without a quota they say "max" and -1.
    private static readonly string[] s_paths = ["/sys/fs/cgroup/cpu.max", "/sys/fs/cgroup/cpu/cpu.cfs_quota_us"];

    public static bool IsSet { get; } = OperatingSystem.IsLinux() && s_paths.Any(HasQuota);

    private static bool HasQuota(string path)
    {
        try
        {
            return File.Exists(path) && char.IsAsciiDigit(File.ReadAllText(path).FirstOrDefault());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
