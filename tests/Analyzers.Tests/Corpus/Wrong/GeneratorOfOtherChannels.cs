// NNG1001: 'ConvTranspose2d(ngf * 4, ngf * 2, 4, 2, 1)' takes 4·ngf channels, but 'input' from 'BatchNorm2d(ngf * 8)' is [_, 8·ngf, _, _]: let 'ConvTranspose2d(ngf * 4, ngf * 2, 4, 2, 1)' take 8·ngf
[Module]
public partial class Dcgan(int nz = 100, int ngf = 64)
{
    private readonly Sequential main = new(
        new ConvTranspose2d(nz, ngf * 8, 4), new BatchNorm2d(ngf * 8), new ReLU(),
        [|new ConvTranspose2d(ngf * 4, ngf * 2, 4, 2, 1)|], new BatchNorm2d(ngf * 2), new ReLU(),
        new ConvTranspose2d(ngf * 2, 3, 4, 2, 1), new Tanh());

    public Tensor Forward([Shape("N, nz, 1, 1")] Tensor z) => main.Forward(z);
}
