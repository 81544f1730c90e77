using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;

namespace CredBot.Tests.Architecture;

/// <summary>A slice of the dialogs stands alone: it may use what all share, and never another slice.</summary>
public sealed class Slices
{
    private const string Root = "CredBot.Dialogs";

    /// <summary>Folders that every slice may use.</summary>
    private static readonly string[] Shared = ["Language", "Routing", "Permission", "Diagnosis", "Assurance"];

    private static readonly FrozenDictionary<short, OpCode> Instructions = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (OpCode)field.GetValue(null)!)
        .ToFrozenDictionary(static instruction => instruction.Value);

    private static readonly Assembly Dialogs = Assembly.Load(Root);

    public static TheoryData<string> All => [.. Dialogs.GetTypes().Select(SliceOf).OfType<string>().Distinct().Order()];

    [Theory]
    [MemberData(nameof(All))]
    public void A_Slice_References_No_Other_Slice(string slice)
    {
        var foreign = Dialogs.GetTypes().Where(type => SliceOf(type) == slice)
            .SelectMany(Mentioned)
            .Select(SliceOf)
            .OfType<string>()
            .Where(other => other != slice)
            .Distinct();

        Assert.Empty(foreign);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_Slice_With_A_Dialog_Speaks_In_A_File_Of_Its_Own(string slice)
    {
        var names = Dialogs.GetTypes().Where(type => SliceOf(type) == slice).Select(static type => type.Name).ToList();

        if (names.Contains($"{slice}Dialog"))
        {
            Assert.Contains($"{slice}Text", names);
        }
    }

    private static string? SliceOf(Type type) =>
        type.Namespace is { } space && space.StartsWith(Root + ".", StringComparison.Ordinal) && space[(Root.Length + 1)..] is var slice && !Shared.Contains(slice)
            ? slice
            : null;

    /// <summary>Types in signatures, fields and method bodies.</summary>
    private static IEnumerable<Type> Mentioned(Type type)
    {
        const BindingFlags every = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var methods = type.GetMembers(every).OfType<MethodBase>().ToList();
        return type.GetFields(every).Select(static field => field.FieldType)
            .Concat(methods.SelectMany(static method => method.GetParameters().Select(static parameter => parameter.ParameterType)))
            .Concat(methods.SelectMany(method => Tokens(method).Select(token => Resolve(type.Module, token)).OfType<Type>()));
    }

    /// <summary>The metadata tokens in a method's code, instruction by instruction.</summary>
    /// <remarks>Source: ECMA-335 III.</remarks>
    private static IEnumerable<int> Tokens(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] is 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at];
            var instruction = Instructions[value];
            at += instruction.Size;
            if (instruction.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                yield return BitConverter.ToInt32(code, at);
            }

            at += instruction.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static Type? Resolve(Module module, int token)
    {
        try
        {
            return module.ResolveMember(token) switch
            {
                Type found => found,
                MemberInfo member => member.DeclaringType,
                _ => null,
            };
        }
        catch (Exception noToken) when (noToken is ArgumentException or BadImageFormatException)
        {
            return null;
        }
    }
}
