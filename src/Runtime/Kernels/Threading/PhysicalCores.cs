using System.Runtime.InteropServices;

namespace NnGen.Kernels;

/// <summary>
/// How many cores the machine has. Two logical processors that are one core share its multipliers, so that a second thread on it
/// gains nothing.
/// </summary>
internal static unsafe partial class PhysicalCores
{
    private const string LinuxProcessors = "/sys/devices/system/cpu";

    /// <summary>Their number; null where the operating system does not say.</summary>
    public static int? Count()
    {
        var count = OperatingSystem.IsLinux() ? OnLinux() : OperatingSystem.IsMacOS() ? OnMacOS() : OperatingSystem.IsWindows() ? OnWindows() : 0;
        return count > 0 ? count : null;
    }

    /// <summary>Processors of one core name the same siblings.</summary>
    private static int OnLinux()
    {
        try
        {
            return Directory.EnumerateDirectories(LinuxProcessors, "cpu*")
                .Select(processor => Path.Combine(processor, "topology", "thread_siblings_list"))
                .Where(File.Exists)
                .Select(File.ReadAllText)
                .Distinct()
                .Count();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static int OnMacOS()
    {
        int count;
        nint size = sizeof(int);
        return SystemControl("hw.physicalcpu", &count, &size, null, 0) == 0 ? count : 0;
    }

    /// <summary>The operating system lists one record for each core; the second number of a record is its length.</summary>
    private static int OnWindows()
    {
        const int relationProcessorCore = 0;
        int bytes = 0;
        ProcessorInformation(relationProcessorCore, null, &bytes);
        if (bytes == 0)
            return 0;
        var records = new byte[bytes];
        fixed (byte* first = records)
        {
            if (!ProcessorInformation(relationProcessorCore, first, &bytes))
                return 0;
            var count = 0;
            for (var at = 0; at < bytes && *(int*)(first + at + sizeof(int)) > 0; at += *(int*)(first + at + sizeof(int)))
                count++;
            return count;
        }
    }

    [LibraryImport("libSystem", EntryPoint = "sysctlbyname", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SystemControl(string name, int* value, nint* size, void* newValue, nint newSize);

    [LibraryImport("kernel32", EntryPoint = "GetLogicalProcessorInformationEx")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool ProcessorInformation(int relationship, byte* records, int* bytes);
}
